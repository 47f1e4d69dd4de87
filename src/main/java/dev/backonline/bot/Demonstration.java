package dev.backonline.bot;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The services of the built-in demonstration: real HTTP endpoints on this machine that answer, break, and answer again, round
 * and round, by a fixed plan that starts when they do.
 */
final class Demonstration implements AutoCloseable {
    /** How long the plan takes before it begins anew: long enough for the same service to fail as news, not as a relapse. */
    private static final Duration ROUND = Duration.ofMinutes(4);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private static final List<Outage> PLAN = List.of(
            new Outage("/messages", Duration.ofSeconds(10), Duration.ofSeconds(45)),
            new Outage("/photos", Duration.ofSeconds(130), Duration.ofSeconds(160)),
            new Outage("/calls", Duration.ofSeconds(140), Duration.ofSeconds(165)));

    private static final List<String> SERVICES = List.of("/lighthouse", "/messages", "/calls", "/photos");

    private final HttpServer server;
    private final LongSupplier nanos;
    private final long started;

    /** A service that is broken in this part of the round. */
    private record Outage(String path, Duration from, Duration to) {
        boolean covers(String asked, Duration time) {
            return path.equals(asked) && time.compareTo(from) >= 0 && time.compareTo(to) < 0;
        }
    }

    Demonstration(Vertx vertx, LongSupplier nanos) {
        this.nanos = nanos;
        this.started = nanos.getAsLong();
        this.server = vertx.createHttpServer().requestHandler(this::answer);
    }

    /** Starts answering on a free port of the loopback address, and gives the address. */
    String open() {
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        return "http://127.0.0.1:" + server.actualPort();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        request.response().setStatusCode(status(String.valueOf(request.path()))).end();
    }

    private int status(String path) {
        if (!SERVICES.contains(path)) {
            return NOT_FOUND;
        }
        var time = Duration.ofNanos((nanos.getAsLong() - started) % ROUND.toNanos());
        return PLAN.stream().anyMatch(outage -> outage.covers(path, time)) ? UNAVAILABLE : OK;
    }
}
