package dev.backonline.channel.access;

import dev.backonline.check.Wire;
import java.time.Instant;
import java.util.HashMap;

/** Carries requests to a network with what opens its door; at most one of them is let in. Blocks (virtual thread). Never throws. */
@FunctionalInterface
public interface Access {
    Passage carry(Wire.Request request, Instant now);

    /** The same request with one more header. */
    static Wire.Request with(Wire.Request request, String header, String value) {
        var headers = new HashMap<>(request.headers());
        headers.put(header, value);
        return new Wire.Request(
                request.method(), request.address(), headers, request.body(), request.timeout(), request.reuse());
    }
}
