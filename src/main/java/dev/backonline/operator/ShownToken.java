package dev.backonline.operator;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The token that a sender shows: as bearer (RFC 6750), as the password of basic authentication with any user (RFC 7617), or as
 * {@code token} in the address, for those that can't set a header.
 */
final class ShownToken {
    private ShownToken() {}

    static Optional<String> in(HttpServerRequest request) {
        var authorization = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION));
        return authorization.isPresent()
                ? authorization.flatMap(ShownToken::of)
                : Optional.ofNullable(request.getParam("token"));
    }

    static Optional<String> of(String authorization) {
        var words = authorization.strip().split("\\s+", 2);
        if (words.length < 2) {
            return Optional.empty();
        }
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> Optional.of(words[1]);
            case "basic" -> password(words[1]);
            default -> Optional.empty();
        };
    }

    private static Optional<String> password(String credentials) {
        try {
            var pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
