package dev.backonline.bench;

import dev.backonline.bench.Use.Cost;
import dev.backonline.bot.wire.VertxWire;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** 10,000 HTTP checks every 10 s against a server on loopback, in turn with the bare client; exits 1 if a promise is broken. */
final class ChecksBenchmark {
    private static final int ROUNDS = 3;
    private static final int WARM_UP_ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final double LATE_AT_MOST_MILLIS = 100;
    private static final double OVERHEAD_AT_MOST_MICROS = 60;
    /** What the judges remember differs a little from round to round. */
    private static final double GROWTH_AT_MOST = 1.15;

    private final Load load = Load.configured();
    private final List<Cost> bare = new ArrayList<>();
    private final List<Cost> checked = new ArrayList<>();
    private final double[] heap = new double[ROUNDS + 1];
    private final Lateness lateness = new Lateness();

    public static void main(String[] arguments) throws Exception {
        var kept = new ChecksBenchmark().run();
        System.exit(kept ? 0 : 1);
    }

    private boolean run() throws Exception {
        var vertx = Vertx.vertx();
        try (var server = Child.started();
                var wire = new VertxWire(vertx);
                var client = new BareClient(vertx, server)) {
            var checks = new PacedChecks(load, server, wire, InstantSource.system());
            warmUp(checks, client);
            for (var round = 0; round < ROUNDS; round++) {
                heap[round] = Use.heapAfterCollectionMegabytes();
                bare.add(client.run(load));
                checked.add(checks.run(load, lateness));
            }
            heap[ROUNDS] = Use.heapAfterCollectionMegabytes();
            System.out.printf("healthy at the end: %,d of %,d%n", checks.healthy(), load.checks());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
        return report();
    }

    /** Until the compiler has seen it all, at full speed and at the pace that counts: what that costs is not asked here. */
    private void warmUp(PacedChecks checks, BareClient client) throws InterruptedException {
        client.warmUp(WARM_UP);
        checks.warmUp(WARM_UP);
        for (var round = 0; round < WARM_UP_ROUNDS; round++) {
            client.run(load);
            checks.run(load, new Lateness());
        }
    }

    private boolean report() {
        var overhead = beyond(Cost::micros);
        var growth = heap[ROUNDS] / heap[0];
        System.out.printf("questions: %,d, skipped: %d%n", lateness.count(), lateness.skipped());
        System.out.printf(
                "late: median %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                lateness.millis(0.5), lateness.millis(0.99), lateness.worstMillis());
        System.out.printf("CPU each, of every round: %s", rounds(Cost::micros));
        System.out.printf("the same without the compiler: %s", rounds(Cost::microsWithoutCompiler));
        System.out.printf(
                "CPU each beyond the bare client: %.1f µs; without the compiler: %.1f µs%n",
                overhead, beyond(Cost::microsWithoutCompiler));
        System.out.printf(
                "heap after a collection, before, between and after the rounds: %s MB%n",
                readable(Arrays.stream(heap)));
        return lateness.skipped() == 0
                && lateness.millis(0.99) <= LATE_AT_MOST_MILLIS
                && overhead <= OVERHEAD_AT_MOST_MICROS
                && growth <= GROWTH_AT_MOST;
    }

    private double beyond(ToDoubleFunction<Cost> part) {
        return median(checked, part) - median(bare, part);
    }

    private String rounds(ToDoubleFunction<Cost> part) {
        return "bare %s, checks %s µs%n"
                .formatted(
                        readable(bare.stream().mapToDouble(part)),
                        readable(checked.stream().mapToDouble(part)));
    }

    private static double median(List<Cost> rounds, ToDoubleFunction<Cost> part) {
        return rounds.stream()
                .mapToDouble(part)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static String readable(DoubleStream figures) {
        return figures.mapToObj("%.1f"::formatted).collect(Collectors.joining(", "));
    }
}
