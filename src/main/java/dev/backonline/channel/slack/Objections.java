package dev.backonline.channel.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.ErrorTable;
import dev.backonline.channel.api.ErrorTable.Meaning;
import dev.backonline.check.Patience;
import dev.backonline.check.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Slack means by its no, which comes with HTTP 200 and one word. The words: slack-api-specs, web-api/slack_web_openapi_v2. */
record Objections(Answers answers) {
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
            auth invalid | missing_scope | the token lacks the scope %s; add it to the app and install it again
            """);

    /** The body of a yes: the method did what it was asked to. */
    static Optional<JsonNode> yes(Wire.Reply reply) {
        return Answers.yes(reply).filter(body -> body.path("ok").asBoolean(false));
    }

    /** Slack's word for a no of its own. */
    static Optional<String> error(Wire.Reply reply) {
        var isOwn = reply instanceof Wire.Answered answered
                && answered.status() < 500
                && answered.status() != 429
                && answered.status() != 408;
        return isOwn
                ? Optional.of(Answers.json((Wire.Answered) reply))
                        .filter(body ->
                                body.path("ok").isBoolean() && !body.path("ok").booleanValue())
                        .map(body -> body.path("error").asText())
                : Optional.empty();
    }

    /** Empty if this isn't a no of Slack's own. {@code onPost}: it replies to another post, or edits it. */
    Optional<Outcome> outcome(Wire.Answered answered, boolean onPost, Instant now) {
        return error(answered)
                .map(error -> credentials(error, answered)
                        .<Outcome>map(advice -> new Outcome.AuthInvalid(answers.said(answered, advice)))
                        .or(() -> ERRORS.outcome(error, onPost, answered, answers, now))
                        .orElseGet(
                                () -> new Outcome.Rejected(answers.said(answered, "Slack will not take this post"))));
    }

    /** What to do about the token, if that is what Slack objects to. */
    private static Optional<String> credentials(String error, Wire.Answered answered) {
        var needed = Answers.json(answered).path("needed").asText();
        return ERRORS.advice(Meaning.AUTH_INVALID, error)
                .map(advice -> advice.formatted(needed.matches("[a-z.:, _]{1,100}") ? needed : "for this"));
    }

    /** A list that can't be read shows nothing; says which scope would open it. */
    Sighting unavailable(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered && error(reply).isPresent()
                ? new Sighting.Unavailable(
                        answers.said(answered, closed(error(reply).get(), answered)), Patience.asked(answered))
                : answers.unavailable(reply);
    }

    private static String closed(String error, Wire.Answered answered) {
        return credentials(error, answered)
                .or(() -> ERRORS.advice(Meaning.TARGET_GONE, error))
                .orElse("the room's messages can't be listed");
    }

    Probe probe(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered
                ? error(reply)
                        .flatMap(error -> credentials(error, answered))
                        .<Probe>map(advice -> new Probe.Refused(answers.said(answered, advice)))
                        .orElseGet(() -> strange(reply))
                : strange(reply);
    }

    private Probe strange(Wire.Reply reply) {
        var silent = "Slack doesn't say whose the token is";
        return answers.refused(reply, "the token is not taken", silent, List.of(401, 403));
    }
}
