package dev.backonline.channel.api;

import dev.backonline.check.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Writes requests to one network's API: where it is, what every request carries, and how long one may take. Pure. */
public record Requests(URI root, Map<String, String> headers, Duration deadline) {
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");
    /** For networks that want to be told what RFC 8259 leaves no choice of. */
    public static final Map<String, String> JSON_IN_UTF_8 = Map.of("content-type", "application/json; charset=utf-8");

    private static final Map<String, String> FORM = Map.of("content-type", "application/x-www-form-urlencoded");

    public Requests {
        headers = Map.copyOf(headers);
    }

    /** The same, each of which may take as long as this. */
    public Requests within(Duration other) {
        return new Requests(root, headers, other);
    }

    /** A question. */
    public Wire.Request ask(String path) {
        return request("GET", path, "", Map.of());
    }

    /** A body of JSON, given to a path below the root by the method that the network wants. */
    public Wire.Request tell(String method, String path, String body) {
        return request(method, path, body, JSON);
    }

    /** A body of form fields, as a browser would post them. */
    public Wire.Request form(String path, String fields) {
        return request("POST", path, fields, FORM);
    }

    /** A body of the kind that {@code more} says, with what else is to be said of it. A post never meets a connection about to close. */
    public Wire.Request request(String method, String path, String body, Map<String, String> more) {
        var all = new HashMap<>(headers);
        all.putAll(more);
        return new Wire.Request(method, at(path), all, body, deadline, false);
    }

    public URI at(String path) {
        return URI.create(root.toString().replaceFirst("/+$", "") + path);
    }
}
