package dev.backonline.bench;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.outbox.ChannelId;
import dev.backonline.store.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Drains a backlog of 100,000 deliveries to a webhook on loopback, each durable on SQLite. Promised: 1,000 a second, flat memory. */
final class DrainingBenchmark {
    private static final int DELIVERIES = Integer.getInteger("deliveries", 100_000);
    private static final int WRITERS = 16;
    private static final int READ_EVERY = 25;
    private static final double PROMISED_PER_SECOND = 1_000;
    private static final double GROWTH_AT_MOST_MEGABYTES = 16;
    private static final ChannelId HOOK = new ChannelId("hook-0");

    private DrainingBenchmark() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        var vertx = Vertx.vertx();
        var kept = false;
        try (var server = Child.started();
                var database = TestDatabase.embedded(Files.createTempDirectory("draining"));
                var wire = new VertxWire(vertx);
                var couriers = new Couriers(database.store(), wire)) {
            couriers.hire(0, server.address(0));
            fill(couriers);
            kept = drain(couriers, database);
        } finally {
            vertx.close();
        }
        System.exit(kept ? 0 : 1);
    }

    private static void fill(Couriers couriers) {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            IntStream.range(0, DELIVERIES).forEach(number -> writers.execute(() -> couriers.tell(number)));
        }
    }

    private static boolean drain(Couriers couriers, TestDatabase database) throws InterruptedException {
        var before = Use.heapAfterCollectionMegabytes();
        var most = before;
        var began = System.nanoTime();
        couriers.open();
        for (var reading = 1; couriers.sent() < DELIVERIES; reading++) {
            new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
            if (reading % READ_EVERY == 0) {
                most = Math.max(most, Use.heapAfterCollectionMegabytes());
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        if (open(database) > 0) {
            throw new IllegalStateException("the engine says that all is sent, and the database that something waits");
        }
        var rate = DELIVERIES / seconds;
        System.out.printf("%,d deliveries in %.1f s: %,.0f a second%n", DELIVERIES, seconds, rate);
        System.out.printf("heap after a collection: %.1f MB before, at most %.1f MB while draining%n", before, most);
        return rate >= PROMISED_PER_SECOND && most - before <= GROWTH_AT_MOST_MEGABYTES;
    }

    private static long open(TestDatabase database) {
        return database.store().outbox().tally().stream()
                .filter(one -> one.channel().equals(HOOK))
                .mapToLong(one -> one.count())
                .sum();
    }
}
