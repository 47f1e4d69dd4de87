package dev.backonline.channel.bluesky;

import dev.backonline.channel.Outcome;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.ErrorTable;
import dev.backonline.channel.api.Requests;
import dev.backonline.check.Wire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The language of the AT Protocol over HTTP (atproto.com/specs/xrpc): questions by GET, deeds by POST, errors by name. */
final class Xrpc {
    /** A token that is over, traded already or of another kind; the reference server says it with 400, others with 401. */
    private static final Set<String> TOKEN_IS_OVER = Set.of("ExpiredToken", "InvalidToken");

    /** What a person must mend, whatever the status is that comes with it; and what nobody took, so that another try in peace may do. */
    private static final ErrorTable ERRORS = ErrorTable.of("""
            auth invalid | AuthenticationRequired AuthMissing InvalidToken | check the handle, and make a new app password
            auth invalid | ExpiredToken | the server takes no session of ours: check the app password
            auth invalid | AuthFactorTokenRequired | the server wants a second factor: use an app password, not the account's own
            auth invalid | AccountTakedown | the account is taken down: ask the server's people
            auth invalid | AccountSuspended | the account is suspended: ask the server's people
            auth invalid | AccountDeactivated | the account is deactivated: activate it again
            not sent     | InvalidSwap ConcurrentWrite | somebody else was writing
            """);

    private Xrpc() {}

    static Requests requests(URI server, Duration deadline) {
        return new Requests(URI.create(server.toString().replaceFirst("/*$", "/xrpc")), Map.of(), deadline);
    }

    static String error(Wire.Answered answered) {
        return answered.status() < 400 || answered.status() >= 500
                ? ""
                : Answers.json(answered).path("error").asText();
    }

    static boolean isTokenOver(Wire.Answered answered) {
        return TOKEN_IS_OVER.contains(error(answered));
    }

    /** An error whose name says more than its status. */
    static Optional<Outcome> refused(Wire.Answered answered, Answers answers, Instant now) {
        return answered.status() == 429
                ? Optional.empty()
                : ERRORS.outcome(error(answered), false, answered, answers, now);
    }
}
