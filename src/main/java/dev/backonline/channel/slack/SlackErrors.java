package dev.backonline.channel.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.ErrorTable;
import dev.backonline.channel.api.NetworkErrors;
import dev.backonline.check.Wire;
import java.util.Optional;

/** Slack's yes and no, which both come with HTTP 200. The words: slack-api-specs, web-api/slack_web_openapi_v2. */
final class SlackErrors {
    private static final ErrorTable ERRORS = ErrorTable.of("""
            throttled    | ratelimited rate_limited
            unknown      | internal_error fatal_error request_timeout service_unavailable
            target gone  | channel_not_found | no such room for this bot: check channel; a private room is known to members only
            target gone  | not_in_channel | the bot is no member of the room; invite it there (/invite)
            target gone  | is_archived | the room is archived; restore it, or name another in the file
            parent gone  | thread_not_found message_not_found cant_update_message edit_window_closed \
                         | the post that it replies to is gone, or can't be edited any more
            auth invalid | invalid_auth not_authed | the token is not taken; copy the Bot User OAuth Token of the app again
            auth invalid | account_inactive token_revoked \
                         | the app was removed or its token revoked; install it again and use its new token
            auth invalid | token_expired | the token has run out, since the app rotates its tokens; use an app that doesn't
            auth invalid | missing_scope | the token lacks the scope {needed}; add it to the app and install it again
            rejected     | * | Slack will not take this post
            """);

    private SlackErrors() {}

    static NetworkErrors read(Answers answers) {
        return new NetworkErrors(answers, ERRORS, SlackErrors::word);
    }

    private static Optional<String> word(JsonNode body) {
        var isNo = body.path("ok").isBoolean() && !body.path("ok").booleanValue();
        return isNo ? Optional.of(body.path("error").asText()) : Optional.empty();
    }

    /** The body of a yes: the method did what it was asked to. */
    static Optional<JsonNode> yes(Wire.Reply reply) {
        return Answers.yes(reply).filter(body -> body.path("ok").asBoolean(false));
    }
}
