package dev.backonline.channel.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Patience;
import dev.backonline.check.Wire;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What Slack means by its no, which comes with HTTP 200 and one word. The words: slack-api-specs, web-api/slack_web_openapi_v2. */
record Objections(Answers answers) {
    private static final Set<String> OUT_OF_REACH =
            Set.of("thread_not_found", "message_not_found", "cant_update_message", "edit_window_closed");

    private static final String TO_MEMBERS = "the bot is no member of the room; invite it there (/invite)";

    /** Whether the method did what it was asked to. */
    static boolean isYes(Wire.Answered answered, JsonNode body) {
        return answered.status() == 200 && body.path("ok").asBoolean(false);
    }

    /** Empty if this isn't a no of Slack's own. {@code onPost}: it replies to another post, or edits it. */
    Optional<Outcome> outcome(Wire.Answered answered, boolean onPost, Instant now) {
        var body = Answers.json(answered);
        if (!isNo(answered, body)) {
            return Optional.empty();
        }
        var error = body.path("error").asText();
        var outcome = switch (error) {
            case "ratelimited", "rate_limited" -> answers.throttled(answered, now);
            case "internal_error", "fatal_error", "request_timeout", "service_unavailable" ->
                answers.unknown(answered, now);
            case "channel_not_found" ->
                gone(answered, "no such room for this bot: check channel; a private room is known to members only");
            case "not_in_channel" -> gone(answered, TO_MEMBERS);
            case "is_archived" -> gone(answered, "the room is archived; restore it, or name another in the file");
            default -> refused(answered, body, onPost);
        };
        return Optional.of(outcome);
    }

    private Outcome gone(Wire.Answered answered, String advice) {
        return new Outcome.TargetGone(answers.said(answered, advice));
    }

    private Outcome refused(Wire.Answered answered, JsonNode body, boolean onPost) {
        if (onPost && OUT_OF_REACH.contains(body.path("error").asText())) {
            return new Outcome.ParentGone(
                    answers.said(answered, "the post that it replies to is gone, or can't be edited any more"));
        }
        return credentials(body)
                .<Outcome>map(advice -> new Outcome.AuthInvalid(answers.said(answered, advice)))
                .orElseGet(() -> new Outcome.Rejected(answers.said(answered, "Slack will not take this post")));
    }

    /** What to do about the token, if that is what Slack objects to. */
    private static Optional<String> credentials(JsonNode body) {
        return switch (body.path("error").asText()) {
            case "invalid_auth", "not_authed" ->
                Optional.of("the token is not taken; copy the Bot User OAuth Token of the app again");
            case "account_inactive", "token_revoked" ->
                Optional.of("the app was removed or its token revoked; install it again and use its new token");
            case "token_expired" ->
                Optional.of("the token has run out, since the app rotates its tokens; use an app that doesn't");
            case "missing_scope" ->
                Optional.of(
                        "the token lacks the scope %s; add it to the app and install it again".formatted(scope(body)));
            default -> Optional.empty();
        };
    }

    private static String scope(JsonNode body) {
        var needed = body.path("needed").asText();
        return needed.matches("[a-z.:, _]{1,100}") ? needed : "for this";
    }

    /** A list that can't be read shows nothing; says which scope would open it. */
    Sighting unavailable(Wire.Reply reply) {
        if (reply instanceof Wire.Answered answered && isNo(answered, Answers.json(answered))) {
            var advice = advice(Answers.json(answered)).orElse("the room's messages can't be listed");
            return new Sighting.Unavailable(answers.said(answered, advice), Patience.asked(answered));
        }
        return answers.unavailable(reply);
    }

    private static Optional<String> advice(JsonNode body) {
        return body.path("error").asText().equals("not_in_channel") ? Optional.of(TO_MEMBERS) : credentials(body);
    }

    Probe probe(Wire.Reply reply) {
        return switch (reply) {
            case Wire.Unsent(var reason) -> new Probe.Unreachable(reason);
            case Wire.Unanswered(var reason, var _) -> new Probe.Unreachable(reason);
            case Wire.Answered answered -> probe(answered);
        };
    }

    private Probe probe(Wire.Answered answered) {
        var advice =
                isNo(answered, Answers.json(answered)) ? credentials(Answers.json(answered)) : Optional.<String>empty();
        if (advice.isEmpty() && (answered.status() == 401 || answered.status() == 403)) {
            return new Probe.Refused(answers.said(answered, "the token is not taken"));
        }
        return advice.<Probe>map(words -> new Probe.Refused(answers.said(answered, words)))
                .orElseGet(() -> new Probe.Unreachable(answers.said(answered, "Slack doesn't say whose the token is")));
    }

    private static boolean isNo(Wire.Answered answered, JsonNode body) {
        var own = answered.status() < 500 && answered.status() != 429 && answered.status() != 408;
        return own && body.path("ok").isBoolean() && !body.path("ok").booleanValue();
    }
}
