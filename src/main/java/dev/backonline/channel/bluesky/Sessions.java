package dev.backonline.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Renewals;
import dev.backonline.channel.Renewals.Issue;
import dev.backonline.check.Wire;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks a server for sessions: by the app password, or in trade for the former session. */
final class Sessions implements Renewals.Issuer {
    /** The reference server's access tokens live for two hours (packages/pds, account-manager/helpers/auth.ts); ours: not to their end. */
    private static final Duration ACCESS_LIVES = Duration.ofMinutes(110);

    /** A refresh token that is over, traded already or of another kind; the account itself may be in order. */
    private static final Set<String> SPENT = Set.of("ExpiredToken", "InvalidToken");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlueskySettings settings;
    private final Xrpc xrpc;

    Sessions(BlueskySettings settings, Xrpc xrpc) {
        this.settings = settings;
        this.xrpc = xrpc;
    }

    String origin() {
        return Renewals.digest(
                settings.server().toString(),
                settings.handle(),
                settings.appPassword().value());
    }

    @Override
    public Issue first(Instant now) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("identifier", settings.handle());
        body.put("password", settings.appPassword().value());
        var reply = xrpc.session("com.atproto.server.createSession", Map.of(), body.toString());
        return given(reply, now).orElseGet(() -> withheld(reply, List.of(settings.appPassword()), now));
    }

    @Override
    public Issue next(Credentials former, Instant now) {
        var reply = xrpc.session("com.atproto.server.refreshSession", Xrpc.bearer(former.refresh()), "");
        if (isSpent(reply)) {
            return new Issue.Spent();
        }
        var secrets = List.of(settings.appPassword(), former.access(), former.refresh());
        return given(reply, now).orElseGet(() -> withheld(reply, secrets, now));
    }

    private static boolean isSpent(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered
                && (answered.status() == 401 || SPENT.contains(Xrpc.error(answered)));
    }

    private Optional<Issue> given(Wire.Reply reply, Instant now) {
        return reply instanceof Wire.Answered answered && answered.status() == 200
                ? tokens(Answers.json(answered), now).map(Issue.Given::new)
                : Optional.empty();
    }

    private Optional<Credentials> tokens(JsonNode body, Instant now) {
        var access = body.path("accessJwt").asText();
        var refresh = body.path("refreshJwt").asText();
        return access.isBlank() || refresh.isBlank()
                ? Optional.empty()
                : Optional.of(
                        new Credentials(new Secret(access), new Secret(refresh), now.plus(ACCESS_LIVES), origin()));
    }

    /** RFC 7519, 4.1.4: the end of a token is in its middle part, in seconds; one that can't be read has none that we know of. */
    static Optional<Instant> end(Secret token) {
        var parts = token.value().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return Optional.of(claims.path("exp").asLong())
                    .filter(end -> end > 0)
                    .map(Instant::ofEpochSecond);
        } catch (IOException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Without a session nothing was posted, whatever became of the question. */
    private static Issue withheld(Wire.Reply reply, List<Secret> secrets, Instant now) {
        return new Issue.Withheld(
                switch (new Answers(secrets).read(reply, now, answered -> Xrpc.refused(answered, secrets))) {
                    case Outcome.Unknown(var reason, var _) -> new Outcome.NotSent("no session: " + reason);
                    case Outcome.Rejected(var fix) -> new Outcome.AuthInvalid("no session: " + fix);
                    case Outcome.TargetGone(var fix) -> new Outcome.AuthInvalid("no session: " + fix);
                    case Outcome other -> other;
                });
    }
}
