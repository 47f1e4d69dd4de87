package dev.backonline.channel.bluesky;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Outcome;
import dev.backonline.check.Wire;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The language of the AT Protocol over HTTP (atproto.com/specs/xrpc): questions by GET, deeds by POST, errors by name. */
record Xrpc(URI server, Wire wire) {
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    /** What a person must mend, whatever the status is that comes with it. */
    private static final Map<String, String> REFUSALS = Map.of(
            "AuthenticationRequired", "check the handle, and make a new app password",
            "AuthMissing", "check the handle, and make a new app password",
            "InvalidToken", "check the handle, and make a new app password",
            "ExpiredToken", "the server takes no session of ours: check the app password",
            "AuthFactorTokenRequired", "the server wants a second factor: use an app password, not the account's own",
            "AccountTakedown", "the account is taken down: ask the server's people",
            "AccountSuspended", "the account is suspended: ask the server's people",
            "AccountDeactivated", "the account is deactivated: activate it again");

    /** The whole of such an error: it was taken by nobody, and another try in peace may do. */
    private static final Set<String> COLLISIONS = Set.of("InvalidSwap", "ConcurrentWrite");

    static Map<String, String> bearer(Secret token) {
        return Map.of("authorization", "Bearer " + token.value());
    }

    static String error(Wire.Answered answered) {
        return answered.status() < 400 || answered.status() >= 500
                ? ""
                : Answers.json(answered).path("error").asText();
    }

    /** An error whose name says more than its status. */
    static Optional<Outcome> refused(Wire.Answered answered, List<Secret> secrets) {
        var name = error(answered);
        var answers = new Answers(secrets);
        if (answered.status() == 429) {
            return Optional.empty();
        }
        if (COLLISIONS.contains(name)) {
            return Optional.of(new Outcome.NotSent(answers.said(answered, "somebody else was writing")));
        }
        return Optional.ofNullable(REFUSALS.get(name))
                .map(advice -> new Outcome.AuthInvalid(answers.said(answered, advice)));
    }

    /** A post must not meet a connection that the server is about to close, nor must the one trade of a token. */
    Wire.Reply session(String method, Map<String, String> headers, String body) {
        var all = new HashMap<>(headers);
        if (!body.isEmpty()) {
            all.putAll(JSON);
        }
        return wire.exchange(new Wire.Request("POST", address(method), all, body, BlueskyKind.FOR_SESSION, false));
    }

    Wire.Reply post(String method, Secret access, String body) {
        var headers = new HashMap<>(bearer(access));
        headers.putAll(JSON);
        return wire.exchange(new Wire.Request("POST", address(method), headers, body, BlueskyKind.FOR_POST, false));
    }

    Wire.Reply ask(String method, Secret access) {
        return wire.exchange(
                new Wire.Request("GET", address(method), bearer(access), "", BlueskyKind.FOR_SESSION, false));
    }

    private URI address(String method) {
        var base = server.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "xrpc/" + method);
    }
}
