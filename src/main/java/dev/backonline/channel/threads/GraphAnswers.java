package dev.backonline.channel.threads;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Outcome;
import dev.backonline.check.Wire;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Errors as Meta's Graph writes them: the code in the body says more than the status. All of them unconfirmed for Threads. */
record GraphAnswers(Answers answers, Instant now) {
    /** A token that is over, withdrawn or none. */
    private static final int NO_TOKEN = 190;

    /** Too many calls of the app, the user, the page, or of all. */
    private static final List<Integer> TOO_MANY = List.of(4, 17, 32, 613);

    /** What the app lacks: a permission, or a review. */
    private static final int NOT_PERMITTED = 10;

    /** Seen by peers: Meta takes the profile for a spammer. */
    private static final List<Integer> BLOCKED = List.of(2_207_051, 4_279_013);

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static boolean isRefusal(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered && code(answered) == NO_TOKEN;
    }

    private static int code(Wire.Answered answered) {
        return error(answered).path("code").asInt();
    }

    private static JsonNode error(Wire.Answered answered) {
        return Answers.json(answered).path("error");
    }

    Optional<Outcome> no(Wire.Answered answered) {
        var code = code(answered);
        if (answered.status() < 400 || answered.status() >= 500 || code == 0) {
            return Optional.empty();
        }
        if (BLOCKED.contains(error(answered).path("error_subcode").asInt())) {
            return refused(answered, "Meta has blocked what the profile does: look into the app");
        }
        if (code == NO_TOKEN) {
            return refused(answered, "the token is over or withdrawn: give the file a new one");
        }
        if (code == NOT_PERMITTED || (code >= 200 && code < 300)) {
            return refused(answered, "the token may not do this: check its permissions");
        }
        if (TOO_MANY.contains(code)) {
            return Optional.of(answers.throttled(answered, now));
        }
        return error(answered).path("is_transient").asBoolean()
                ? Optional.of(
                        new Outcome.Unknown(answers.said(answered, "Threads is in trouble"), Duration.ofSeconds(10)))
                : Optional.empty();
    }

    private Optional<Outcome> refused(Wire.Answered answered, String hint) {
        return Optional.of(new Outcome.AuthInvalid(answers.said(answered, hint)));
    }
}
