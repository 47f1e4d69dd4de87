package dev.backonline.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.store.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
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
    private static final int BACKLOG = 1_024;
    private static final int INCIDENTS = Integer.getInteger("incidents", 25);
    private static final long PAUSE_MILLIS = 400;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
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
                            number,
                            URI.create("http://127.0.0.1:%d/%d"
                                    .formatted(server.getAddress().getPort(), number))));
            couriers.open();
            for (var incident = 0; incident < INCIDENTS; incident++) {
                toldAt = System.nanoTime();
                couriers.tell(incident);
                couriers.ring();
                rest(PAUSE_MILLIS);
            }
            var end = System.nanoTime() + PATIENCE_NANOS;
            while (lateness.size() < (CHANNELS - HANGING) * INCIDENTS && System.nanoTime() < end) {
                rest(PAUSE_MILLIS);
            }
        } finally {
            server.stop(0);
        }
        return p99();
    }

    private HttpServer served() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
        return server;
    }

    private void hear(HttpExchange exchange) throws IOException {
        var number = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        if (number >= HANGING) {
            lateness.add(System.nanoTime() - toldAt);
        }
        if (number >= hanging) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
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
