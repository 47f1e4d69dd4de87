package dev.backonline.channel.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.ErrorTable;
import dev.backonline.check.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Errors as Meta's Graph writes them: the code in the body says more than the status. All of them unconfirmed for Threads. */
public final class GraphErrors {
    /** A token that is over, withdrawn or none. */
    private static final int NO_TOKEN = 190;

    /**
     * Codes, and behind a stroke subcodes. 10 and the 200s: what the app lacks, a permission or a review; the third line: too many calls of
     * the app, the user, the page, or of all; the last: seen by peers, Meta takes the profile for a spammer.
     */
    private static final ErrorTable ERRORS = ErrorTable.of("""
            auth invalid | 190 | the token is over or withdrawn: give the file a new one
            auth invalid | 10 2xx | the token may not do this: check its permissions
            throttled    | 4 17 32 613
            auth invalid | /2207051 /4279013 | Meta has blocked what the profile does: look into the app
            """);

    private GraphErrors() {}

    static boolean isRefusal(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered
                && error(answered).path("code").asInt() == NO_TOKEN;
    }

    private static JsonNode error(Wire.Answered answered) {
        return Answers.json(answered).path("error");
    }

    /** Empty for what is no error of its own. */
    public static Optional<Outcome> no(Wire.Answered answered, Answers answers, Instant now) {
        var error = error(answered);
        var code = error.path("code").asInt();
        if (answered.status() < 400 || answered.status() >= 500 || code == 0) {
            return Optional.empty();
        }
        var known = code >= 200 && code < 300 ? "2xx" : Integer.toString(code);
        return ERRORS.outcome("/" + error.path("error_subcode").asText(), false, answered, answers, now)
                .or(() -> ERRORS.outcome(known, false, answered, answers, now))
                .or(() -> error.path("is_transient").asBoolean()
                        ? Optional.of(new Outcome.Unknown(
                                answers.said(answered, "Meta's Graph is in trouble"), Duration.ofSeconds(10)))
                        : Optional.empty());
    }
}
