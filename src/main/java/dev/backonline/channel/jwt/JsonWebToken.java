package dev.backonline.channel.jwt;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.catalog.Secret;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Reads a token without judging it. */
public final class JsonWebToken {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonWebToken() {}

    /** RFC 7519, 4.1.4: the end of a token is in its middle part, in seconds; one that can't be read has none that we know of. */
    public static Optional<Instant> end(Secret token) {
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
}
