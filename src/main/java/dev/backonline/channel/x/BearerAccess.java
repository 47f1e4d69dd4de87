package dev.backonline.channel.x;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Renewals;
import dev.backonline.channel.Renewals.Issue;
import dev.backonline.check.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** OAuth 2.0: every request bears a token for two hours, which is traded for the next by a refresh token that serves once. */
final class BearerAccess implements Access, Renewals.Issuer {
    /** docs.x.com, authentication/oauth-2-0: what the answer says too, as {@code expires_in}. */
    private static final int ACCESS_LIVES = 7_200;

    /** RFC 6749, 5.2; X says {@code invalid_request} of a refresh token that it doesn't know (unconfirmed). */
    private static final Set<String> SPENT = Set.of("invalid_grant", "invalid_request");

    private final XSettings settings;
    private final Wire wire;
    private final Renewals renewals;

    BearerAccess(XSettings settings, Outfit outfit) {
        this.settings = settings;
        this.wire = outfit.wire();
        this.renewals = new Renewals(outfit.keyring(), this, origin());
    }

    private String origin() {
        return Renewals.digest(
                settings.api().toString(),
                settings.clientId().map(Secret::value).orElse(""),
                settings.refreshToken().map(Secret::value).orElse(""));
    }

    /** A refused token did nothing, so the request may be made with the next one. */
    @Override
    public Passage carry(Wire.Request request, Instant now) {
        return switch (renewals.current(now)) {
            case Issue.Given(var credentials) -> {
                var reply = wire.exchange(with(credentials, request));
                yield isRefused(reply)
                        ? again(credentials, request, now)
                        : new Passage.Carried(reply, secrets(credentials));
            }
            case Issue.Withheld(var outcome) -> new Passage.Stopped(outcome);
            case Issue.Spent() -> new Passage.Stopped(new Outcome.AuthInvalid("there is no token"));
        };
    }

    private Passage again(Credentials refused, Wire.Request request, Instant now) {
        return switch (renewals.instead(refused, now)) {
            case Issue.Given(var credentials) ->
                new Passage.Carried(wire.exchange(with(credentials, request)), secrets(credentials));
            case Issue.Withheld(var outcome) -> new Passage.Stopped(outcome);
            case Issue.Spent() -> new Passage.Stopped(new Outcome.AuthInvalid("there is no token"));
        };
    }

    private static boolean isRefused(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered && answered.status() == 401;
    }

    private static Wire.Request with(Credentials credentials, Wire.Request request) {
        var headers = new HashMap<>(request.headers());
        headers.put("authorization", "Bearer " + credentials.access().value());
        return new Wire.Request(
                request.method(), request.address(), headers, request.body(), request.timeout(), request.reuse());
    }

    private List<Secret> secrets(Credentials credentials) {
        return Stream.concat(settled(), Stream.of(credentials.access(), credentials.refresh()))
                .toList();
    }

    private Stream<Secret> settled() {
        return Stream.of(settings.refreshToken(), settings.clientSecret()).flatMap(Optional::stream);
    }

    @Override
    public Issue first(Instant now) {
        return settings.refreshToken().map(token -> trade(token, now)).orElseGet(Issue.Spent::new);
    }

    @Override
    public Issue next(Credentials former, Instant now) {
        return trade(former.refresh(), now);
    }

    private Issue trade(Secret refresh, Instant now) {
        var reply = wire.exchange(question(refresh));
        if (reply instanceof Wire.Answered answered) {
            var body = Answers.json(answered);
            if (SPENT.contains(body.path("error").asText()) && (answered.status() == 400 || answered.status() == 401)) {
                return new Issue.Spent();
            }
            var access = body.path("access_token").asText();
            if (answered.status() == 200 && !access.isBlank()) {
                var lives = Duration.ofSeconds(body.path("expires_in").asInt(ACCESS_LIVES));
                var next = Optional.of(body.path("refresh_token").asText()).filter(text -> !text.isBlank());
                return new Issue.Given(new Credentials(
                        new Secret(access), next.map(Secret::new).orElse(refresh), now.plus(lives), origin()));
            }
        }
        return withheld(reply, refresh, now);
    }

    private Wire.Request question(Secret refresh) {
        var headers = new HashMap<String, String>();
        headers.put("content-type", "application/x-www-form-urlencoded");
        var id = settings.clientId().map(Secret::value).orElse("");
        settings.clientSecret().ifPresent(secret -> headers.put("authorization", basic(id, secret)));
        var form = "grant_type=refresh_token&refresh_token=%s&client_id=%s"
                .formatted(Signature.encoded(refresh.value()), Signature.encoded(id));
        return new Wire.Request(
                "POST", XAccount.at(settings, "/2/oauth2/token"), headers, form, XKind.FOR_TOKEN, false);
    }

    /** RFC 6749, 2.3.1: both encoded as in a form, then as in RFC 7617. */
    private static String basic(String id, Secret secret) {
        var both = "%s:%s".formatted(Signature.encoded(id), Signature.encoded(secret.value()));
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
    }

    /** Without a token nothing was posted, whatever became of the question. */
    private Issue withheld(Wire.Reply reply, Secret refresh, Instant now) {
        var secrets = Stream.concat(settled(), Stream.of(refresh)).toList();
        return new Issue.Withheld(
                switch (new Answers(secrets).read(reply, now, _ -> Optional.empty())) {
                    case Outcome.Unknown(var reason, var _) -> new Outcome.NotSent("no token: " + reason);
                    case Outcome.Rejected(var fix) -> new Outcome.AuthInvalid("no token: " + fix);
                    case Outcome.TargetGone(var fix) -> new Outcome.AuthInvalid("no token: " + fix);
                    case Outcome other -> other;
                });
    }
}
