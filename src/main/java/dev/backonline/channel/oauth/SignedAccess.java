package dev.backonline.channel.oauth;

import dev.backonline.channel.access.Access;
import dev.backonline.channel.access.Passage;
import dev.backonline.channel.access.Renewals;
import dev.backonline.channel.api.Answers;
import dev.backonline.check.Wire;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** OAuth 1.0a: every request is signed with secrets that don't change (RFC 5849, 3.1 and 3.5.1). */
public final class SignedAccess implements Access {
    private static final int NONCE_LENGTH = 32;

    private final Wire wire;
    private final SigningKeys keys;
    private final AtomicLong number = new AtomicLong();

    public SignedAccess(Wire wire, SigningKeys keys) {
        this.wire = wire;
        this.keys = keys;
    }

    @Override
    public Passage carry(Wire.Request request, Instant now) {
        var signed = Access.with(request, "authorization", authorization(request, now));
        return new Passage.Carried(wire.exchange(signed), new Answers(keys.all()));
    }

    private String authorization(Wire.Request request, Instant now) {
        var oauth = new TreeMap<String, String>();
        oauth.put("oauth_consumer_key", keys.client().value());
        oauth.put("oauth_nonce", nonce(request, now));
        oauth.put("oauth_signature_method", "HMAC-SHA1");
        oauth.put("oauth_timestamp", Long.toString(now.getEpochSecond()));
        oauth.put("oauth_token", keys.token().value());
        oauth.put("oauth_version", "1.0");
        var signature =
                new Signature(keys.clientSecret().value(), keys.tokenSecret().value());
        oauth.put("oauth_signature", signature.of(request.method(), request.address(), Map.copyOf(oauth)));
        return oauth.entrySet().stream()
                .map(one -> "%s=\"%s\"".formatted(one.getKey(), Signature.encoded(one.getValue())))
                .collect(Collectors.joining(", ", "OAuth ", ""));
    }

    /** Never the same for two requests: counted here, and mixed with the time for those of another process. */
    private String nonce(Wire.Request request, Instant now) {
        return Renewals.digest(
                        request.method(),
                        request.address().toString(),
                        request.body(),
                        now.toString(),
                        Long.toString(number.incrementAndGet()))
                .substring(0, NONCE_LENGTH);
    }
}
