package dev.backonline.channel.x;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Renewals;
import dev.backonline.check.Wire;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** OAuth 1.0a: every request is signed with secrets that don't change. */
final class SignedAccess implements Access {
    private static final int NONCE_LENGTH = 32;

    private final XSettings settings;
    private final Wire wire;
    private final Signature signature;
    private final AtomicLong number = new AtomicLong();

    SignedAccess(XSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
        this.signature = new Signature(value(settings.consumerSecret()), value(settings.accessTokenSecret()));
    }

    @Override
    public Passage carry(Wire.Request request, Instant now) {
        var headers = new HashMap<>(request.headers());
        headers.put("authorization", authorization(request, now));
        var signed = new Wire.Request(
                request.method(), request.address(), headers, request.body(), request.timeout(), request.reuse());
        return new Passage.Carried(wire.exchange(signed), secrets());
    }

    private List<Secret> secrets() {
        return Stream.of(
                        settings.consumerKey(),
                        settings.consumerSecret(),
                        settings.accessToken(),
                        settings.accessTokenSecret())
                .flatMap(Optional::stream)
                .toList();
    }

    private String authorization(Wire.Request request, Instant now) {
        var oauth = new TreeMap<String, String>();
        oauth.put("oauth_consumer_key", value(settings.consumerKey()));
        oauth.put("oauth_nonce", nonce(request, now));
        oauth.put("oauth_signature_method", "HMAC-SHA1");
        oauth.put("oauth_timestamp", Long.toString(now.getEpochSecond()));
        oauth.put("oauth_token", value(settings.accessToken()));
        oauth.put("oauth_version", "1.0");
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

    private static String value(Optional<Secret> secret) {
        return secret.map(Secret::value).orElse("");
    }
}
