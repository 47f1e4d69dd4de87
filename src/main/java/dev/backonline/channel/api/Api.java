package dev.backonline.channel.api;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * The way to one network's API whose door is opened by the same headers for ever. Blocks (virtual thread). Never throws: what may fail
 * outside is a value.
 */
public final class Api {
    private final Wire wire;
    private final Requests requests;

    /** {@code headers}: above all those that open the door. */
    public Api(Wire wire, URI root, Map<String, String> headers, Duration deadline) {
        this.wire = wire;
        this.requests = new Requests(root, headers, deadline);
    }

    /** One whose door a token opens (RFC 6750). */
    public static Api bearer(Wire wire, URI root, Secret token, Duration deadline) {
        return new Api(wire, root, Map.of("authorization", "Bearer " + token.value()), deadline);
    }

    /** A question. */
    public Wire.Reply ask(String path) {
        return wire.exchange(requests.ask(path));
    }

    /** A body of JSON, given to a path below the root by the method that the network wants. */
    public Wire.Reply tell(String method, String path, String body) {
        return wire.exchange(requests.tell(method, path, body));
    }

    /** A body of form fields, as a browser would post them. */
    public Wire.Reply form(String path, String fields) {
        return wire.exchange(requests.form(path, fields));
    }

    /** A body of the kind that {@code more} says, with what else is to be said of it. */
    public Wire.Reply tell(String method, String path, String body, Map<String, String> more) {
        return wire.exchange(requests.request(method, path, body, more));
    }
}
