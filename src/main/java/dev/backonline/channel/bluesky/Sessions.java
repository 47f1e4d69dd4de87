package dev.backonline.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.channel.access.Renewals;
import dev.backonline.channel.access.Renewals.Issue;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Requests;
import dev.backonline.check.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a server for sessions: by the app password, or in trade for the former session. */
record Sessions(BlueskySettings settings, Wire wire) implements Renewals.Issuer {
    /** The reference server's access tokens live for two hours (packages/pds, account-manager/helpers/auth.ts); ours: not to their end. */
    private static final Duration ACCESS_LIVES = Duration.ofMinutes(110);

    @Override
    public Issue first(Instant now) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("identifier", settings.handle());
        body.put("password", settings.appPassword().value());
        var question = requests().tell("POST", "/com.atproto.server.createSession", body.toString());
        return issue(wire.exchange(question), List.of(settings.appPassword()), now);
    }

    /** A token that is over may be of an account that is in order. */
    @Override
    public Issue next(Credentials former, Instant now) {
        var door = Map.of("authorization", "Bearer " + former.refresh().value());
        var question = requests().request("POST", "/com.atproto.server.refreshSession", "", door);
        var reply = wire.exchange(question);
        return reply instanceof Wire.Answered answered && (answered.status() == 401 || Xrpc.isTokenOver(answered))
                ? new Issue.Spent()
                : issue(reply, List.of(settings.appPassword(), former.access(), former.refresh()), now);
    }

    private Requests requests() {
        return Xrpc.requests(settings.server(), BlueskyKind.FOR_SESSION);
    }

    private Issue issue(Wire.Reply reply, List<Secret> secrets, Instant now) {
        var answers = new Answers(secrets);
        return Answers.yes(reply)
                .flatMap(body -> tokens(body, now))
                .<Issue>map(Issue.Given::new)
                .orElseGet(() -> Renewals.withheld(
                        "session", answers.read(reply, now, answered -> Xrpc.refused(answered, answers, now))));
    }

    private Optional<Credentials> tokens(JsonNode body, Instant now) {
        var access = body.path("accessJwt").asText();
        var refresh = body.path("refreshJwt").asText();
        return access.isBlank() || refresh.isBlank()
                ? Optional.empty()
                : Optional.of(new Credentials(
                        new Secret(access), new Secret(refresh), now.plus(ACCESS_LIVES), settings.origin()));
    }
}
