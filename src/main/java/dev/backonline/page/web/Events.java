package dev.backonline.page.web;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells those who listen that the page says something new: server-sent events as the HTML standard has them (section 9.2). The id of
 * an event names the whole site's content, so that every replica resumes what another began.
 */
@Singleton
public final class Events {
    /** Ours: a quarter of the minute after which proxies commonly take a silent connection for dead (nginx's proxy_read_timeout). */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** Ours: a browser that lost its connection comes back after so long, in milliseconds. */
    private static final int RETRY_MILLIS = 5_000;

    private static final Buffer BEAT = Buffer.buffer(":\n\n");
    private static final List<Header> STREAM = List.of(
            Header.of(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8"),
            Header.of(HttpHeaders.CACHE_CONTROL, "no-store"),
            // Asks nginx not to gather what should arrive at once (its proxy_buffering).
            Header.of("X-Accel-Buffering", "no"));

    private final Showcase showcase;
    private final int most;
    private final Set<Subscriber> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();

    /** {@code most}: how many may listen at once. */
    @Inject
    public Events(
            Showcase showcase,
            Vertx vertx,
            @ConfigProperty(name = "backonline.listeners", defaultValue = "10000") int most) {
        this(showcase, vertx, most, HEARTBEAT);
    }

    Events(Showcase showcase, Vertx vertx, int most, Duration heartbeat) {
        this.showcase = showcase;
        this.most = most;
        showcase.follow(this::changed);
        vertx.setPeriodic(heartbeat.toMillis(), _ -> tell(BEAT));
    }

    /** Answers one who wants to listen, for as long as they do; refused while too many do. */
    void join(RoutingContext context) {
        if (!PageServer.isRead(context)) {
            PageServer.refuse(context);
        } else if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            full(context);
        } else {
            accept(context);
        }
    }

    private void accept(RoutingContext context) {
        var response = context.response();
        var listener = new Subscriber(context.vertx().getOrCreateContext(), context.request());
        response.closeHandler(_ -> leave(listener)).endHandler(_ -> leave(listener));
        listeners.add(listener);
        head(context, 200);
        if (listener.isHead()) {
            response.end();
            return;
        }
        response.setChunked(true);
        var id = showcase.shelf().tag();
        var known = lastId(context);
        listener.write(
                known.isEmpty() || known.equals(id)
                        ? Buffer.buffer("retry: %d\nid: %s\n\n".formatted(RETRY_MILLIS, id))
                        : update(showcase.shelf()));
    }

    private void leave(Subscriber listener) {
        if (listeners.remove(listener)) {
            count.decrementAndGet();
        }
    }

    /** How many listen now. */
    int listening() {
        return listeners.size();
    }

    void changed(Shelf shelf) {
        tell(update(shelf));
    }

    private void tell(Buffer event) {
        listeners.forEach(listener -> listener.tell(event));
    }

    private static Buffer update(Shelf shelf) {
        return Buffer.buffer("event: update\nid: %s\ndata: {\"updated_at\":\"%s\"}\n\n"
                .formatted(shelf.tag(), shelf.site().at()));
    }

    /** What the reader knew last: browsers send it when they come back, others may put it into the address. */
    private static String lastId(RoutingContext context) {
        var header = context.request().getHeader("Last-Event-ID");
        var parameter = header == null ? context.request().getParam("lastEventId") : header;
        return parameter == null ? "" : parameter;
    }

    private static void full(RoutingContext context) {
        head(context, 503);
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.RETRY_AFTER, "30")
                .end("Too many are listening at the moment; please ask for the page itself from time to time.\n");
    }

    private static void head(RoutingContext context, int status) {
        var response = context.response().setStatusCode(status);
        Header.put(Protection.OF_ALL, response);
        Header.put(Protection.OF_PROGRAMS, response);
        Header.put(STREAM, response);
    }
}
