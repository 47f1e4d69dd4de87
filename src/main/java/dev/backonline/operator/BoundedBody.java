package dev.backonline.operator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** Reads the body of one request, as far as it is worth keeping, but no large one and for no long time. All on the event loop. */
final class BoundedBody {
    /** Ours: Alertmanager's largest messages, of hundreds of alerts, are a fraction of it. */
    static final int LARGEST = 1024 * 1024;

    private final HttpServerRequest request;
    private final Vertx vertx;
    private final int keep;
    private final Consumer<Arrival> then;
    private final Buffer kept = Buffer.buffer();
    private long seen;
    private boolean over;

    private BoundedBody(RoutingContext context, int keep, Consumer<Arrival> then) {
        this.request = context.request();
        this.vertx = context.vertx();
        this.keep = Math.min(keep, LARGEST);
        this.then = then;
    }

    /** How it went. */
    sealed interface Arrival {
        /** It came to its end. */
        record Whole(String text) implements Arrival {}

        /** It is larger than anything that is taken. */
        record TooLarge() implements Arrival {}

        /** It did not come to its end in time. */
        record TooSlow() implements Arrival {}
    }

    /** {@code then} is called once, unless the sender goes away before. */
    static void read(RoutingContext context, int keep, Duration patience, Consumer<Arrival> then) {
        new BoundedBody(context, keep, then).read(patience);
    }

    private void read(Duration patience) {
        if (announced() > LARGEST) {
            end(new Arrival.TooLarge());
            return;
        }
        var timer = vertx.setTimer(patience.toMillis(), _ -> end(new Arrival.TooSlow()));
        request.exceptionHandler(_ -> {
            over = true;
            vertx.cancelTimer(timer);
        });
        request.endHandler(_ -> {
            vertx.cancelTimer(timer);
            end(new Arrival.Whole(kept.toString(StandardCharsets.UTF_8)));
        });
        request.handler(this::more);
        request.resume();
    }

    private long announced() {
        try {
            var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }

    private void more(Buffer part) {
        seen += part.length();
        if (seen > LARGEST) {
            end(new Arrival.TooLarge());
        } else if (kept.length() < keep) {
            kept.appendBuffer(part, 0, Math.min(part.length(), keep - kept.length()));
        }
    }

    private void end(Arrival body) {
        if (!over) {
            over = true;
            then.accept(body);
        }
    }
}
