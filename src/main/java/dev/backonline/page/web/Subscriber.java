package dev.backonline.page.web;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** One who listens, on a connection of the event loop that {@code context} stands for. */
final class Subscriber {
    /** Ours, in bytes: who is so far behind that the system's own buffers and these are full has stopped reading. */
    private static final int BEHIND_AT_MOST = 4_096;

    private final Context context;
    private final HttpServerRequest request;

    Subscriber(Context context, HttpServerRequest request) {
        this.context = context;
        this.request = request;
        request.response().setWriteQueueMaxSize(BEHIND_AT_MOST);
    }

    boolean isHead() {
        return request.method().equals(HttpMethod.HEAD);
    }

    /** From any thread. */
    void tell(Buffer event) {
        context.runOnContext(_ -> write(event));
    }

    /** On the event loop. A slow reader is dropped: it comes back and learns what it missed from the last id that it got. */
    void write(Buffer event) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.writeQueueFull()) {
            request.connection().close();
        } else {
            response.write(event);
        }
    }
}
