package dev.backonline.bench;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * 50 webhooks, of which 10 take every post and never answer: how late the posts reach the other 40, against a run in which all
 * answer, in turn. Promised: the ratio of the p99s has a median of at most 1.2.
 */
final class HangingBenchmark {
    private static final int CHANNELS = 50;
    private static final int HANGING = 10;
    private static final int RUNS = 5;
    private static final int INCIDENTS = Integer.getInteger("incidents", 120);
    private static final long PAUSE_MILLIS = 50;
    private static final long END_MILLIS = 3_000;
    private static final double RATIO_AT_MOST = 1.2;

    private final Vertx vertx = Vertx.vertx();
    private final Queue<Long> lateness = new ConcurrentLinkedQueue<>();
    private volatile long toldAt;
    private volatile int hanging;

    public static void main(String... arguments) throws Exception {
        System.exit(new HangingBenchmark().run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        measured(0);
        var ratios = new double[RUNS];
        for (var run = 0; run < RUNS; run++) {
            var alone = measured(0);
            var beside = measured(HANGING);
            ratios[run] = beside / alone;
            System.out.printf(
                    "p99 of the 40: %.1f ms when all answer, %.1f ms beside 10 that hang: %.2f%n",
                    alone, beside, ratios[run]);
        }
        Arrays.sort(ratios);
        System.out.printf("median of the ratios: %.2f%n", ratios[RUNS / 2]);
        return ratios[RUNS / 2] <= RATIO_AT_MOST;
    }

    private double measured(int hang) throws IOException, InterruptedException {
        hanging = hang;
        lateness.clear();
        var server = served();
        try (var database = TestDatabase.embedded(Files.createTempDirectory("hanging"));
                var wire = new VertxWire(vertx);
                var couriers = new Couriers(database.store(), wire)) {
            IntStream.range(0, CHANNELS)
                    .forEach(number -> couriers.hire(
                            number, URI.create("http://127.0.0.1:%d/%d".formatted(server.actualPort(), number))));
            couriers.open();
            for (var incident = 0; incident < INCIDENTS; incident++) {
                toldAt = System.nanoTime();
                couriers.tell(incident);
                couriers.ring();
                rest(PAUSE_MILLIS);
            }
            rest(END_MILLIS);
        } finally {
            server.close();
        }
        return p99();
    }

    private HttpServer served() {
        return vertx.createHttpServer()
                .requestHandler(this::hear)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void hear(HttpServerRequest request) {
        var number = Integer.parseInt(request.path().substring(1));
        if (number >= HANGING) {
            lateness.add(System.nanoTime() - toldAt);
        }
        if (number >= hanging) {
            request.response().setStatusCode(204).end();
        }
    }

    private double p99() {
        var sorted = lateness.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length != (CHANNELS - HANGING) * INCIDENTS) {
            throw new IllegalStateException("arrived: " + sorted.length);
        }
        return sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6;
    }

    private static void rest(long millis) throws InterruptedException {
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
}
