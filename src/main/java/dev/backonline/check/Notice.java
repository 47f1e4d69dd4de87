package dev.backonline.check;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One message that came in for checks that are told: {@code rest} is the path after their address, such as {@code /fail}; header names
 * are lower case; the body may be cut at what its kind finds worth keeping.
 */
public record Notice(String method, String rest, Map<String, String> headers, String body) {
    public Notice {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The media type without its parameters, in lower case; empty if none is given. */
    public String mediaType() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Headers hold tokens, and bodies whatever people write. */
    @Override
    public String toString() {
        return method + " of " + body.length() + " characters";
    }
}
