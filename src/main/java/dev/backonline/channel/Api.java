package dev.backonline.channel;

import dev.backonline.check.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The way to one network's API: where it is, what every request carries, and how long one may take. Blocks (virtual thread). Never
 * throws: what may fail outside is a value.
 */
public final class Api {
    private static final String JSON = "application/json";

    private final Wire wire;
    private final String root;
    private final Map<String, String> headers;
    private final Duration deadline;

    /** {@code headers}: above all those that open the door. */
    public Api(Wire wire, URI root, Map<String, String> headers, Duration deadline) {
        this.wire = wire;
        this.root = root.toString().replaceFirst("/+$", "");
        this.headers = Map.copyOf(headers);
        this.deadline = deadline;
    }

    /** A question. */
    public Wire.Reply ask(String path) {
        return exchange("GET", path, headers, "");
    }

    /** A body of JSON, given to a path below the root by the method that the network wants. */
    public Wire.Reply tell(String method, String path, String body) {
        return tell(method, path, body, Map.of("content-type", JSON));
    }

    /** A body of the kind that {@code more} says, with what else is to be said of it. */
    public Wire.Reply tell(String method, String path, String body, Map<String, String> more) {
        var all = new HashMap<>(headers);
        all.putAll(more);
        return exchange(method, path, all, body);
    }

    private Wire.Reply exchange(String method, String path, Map<String, String> carried, String body) {
        return wire.exchange(new Wire.Request(method, URI.create(root + path), carried, body, deadline, false));
    }
}
