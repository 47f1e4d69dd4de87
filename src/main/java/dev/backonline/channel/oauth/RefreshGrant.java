package dev.backonline.channel.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.channel.access.Renewals;
import dev.backonline.channel.access.Renewals.Issue;
import dev.backonline.channel.api.Answers;
import dev.backonline.check.Wire;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * OAuth 2.0: a refresh token is traded for an access token and, where the network gives one, for the next refresh token (RFC 6749, 6).
 * {@code origin}: a digest of what the file says.
 */
public record RefreshGrant(Wire wire, Counter counter, Client client, String origin) implements Renewals.Issuer {
    /**
     * Where tokens are traded, and how long that may take. {@code lives}: how long an access token does if the answer doesn't say;
     * {@code spent}: the errors that mean that a refresh token is over (RFC 6749, 5.2).
     */
    public record Counter(URI address, Duration patience, Duration lives, Set<String> spent) {
        public Counter {
            spent = Set.copyOf(spent);
        }
    }

    /** Who trades, and with which token at first; only a confidential client has a secret. */
    public record Client(String id, Optional<Secret> secret, Optional<Secret> first) {
        /** Those that the network might repeat. */
        public List<Secret> secrets() {
            return Stream.of(first, secret).flatMap(Optional::stream).toList();
        }
    }

    @Override
    public Issue first(Instant now) {
        return client.first().map(token -> trade(token, now)).orElseGet(Issue.Spent::new);
    }

    @Override
    public Issue next(Credentials former, Instant now) {
        return trade(former.refresh(), now);
    }

    private Issue trade(Secret refresh, Instant now) {
        var reply = wire.exchange(question(refresh));
        if (reply instanceof Wire.Answered answered && isSpent(answered)) {
            return new Issue.Spent();
        }
        var given = Answers.yes(reply).flatMap(body -> tokens(body, refresh, now));
        var secrets =
                Stream.concat(client.secrets().stream(), Stream.of(refresh)).toList();
        return given.<Issue>map(Issue.Given::new)
                .orElseGet(() ->
                        Renewals.withheld("token", new Answers(secrets).read(reply, now, _ -> Optional.empty())));
    }

    private boolean isSpent(Wire.Answered answered) {
        return List.of(400, 401).contains(answered.status())
                && counter.spent().contains(Answers.json(answered).path("error").asText());
    }

    private Optional<Credentials> tokens(JsonNode body, Secret refresh, Instant now) {
        var end = now.plusSeconds(
                body.path("expires_in").asInt((int) counter.lives().toSeconds()));
        var next = secret(body, "refresh_token").orElse(refresh);
        return secret(body, "access_token").map(access -> new Credentials(access, next, end, origin));
    }

    private static Optional<Secret> secret(JsonNode body, String name) {
        return Optional.of(body.path(name).asText())
                .filter(text -> !text.isBlank())
                .map(Secret::new);
    }

    private Wire.Request question(Secret refresh) {
        var headers = new HashMap<>(Map.of("content-type", "application/x-www-form-urlencoded"));
        client.secret().ifPresent(secret -> headers.put("authorization", basic(secret)));
        var form = "grant_type=refresh_token&refresh_token=%s&client_id=%s"
                .formatted(Signature.encoded(refresh.value()), Signature.encoded(client.id()));
        return new Wire.Request("POST", counter.address(), headers, form, counter.patience(), false);
    }

    /** RFC 6749, 2.3.1: both encoded as in a form, then as in RFC 7617. */
    private String basic(Secret secret) {
        var both = "%s:%s".formatted(Signature.encoded(client.id()), Signature.encoded(secret.value()));
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
    }
}
