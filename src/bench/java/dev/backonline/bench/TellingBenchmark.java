package dev.backonline.bench;

import dev.backonline.bot.operation.Operation;
import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.reload.Inheritance;
import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Clock;
import dev.backonline.store.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * From the end of the confirming check to the webhook's arrival: a service breaks and mends again and again, with no delays
 * configured, on a real SQLite file and real sockets. Promised: p99 at most 50 ms.
 */
public final class TellingBenchmark {
    private static final int SAMPLES = Integer.getInteger("samples", 300);
    private static final int WARM_UP = 40;
    private static final double PROMISED_MILLIS = 50;
    private static final double NANOS_PER_MILLI = 1e6;

    private TellingBenchmark() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("telling");
        var vertx = Vertx.vertx();
        try (var street = new Street();
                var database = TestDatabase.embedded(folder);
                var wire = new VertxWire(vertx);
                var operation = operation(
                        street,
                        new Tools(
                                database.store(),
                                wire,
                                new Clock(InstantSource.system(), System::nanoTime),
                                new SimpleMeterRegistry(),
                                "telling"))) {
            operation.open(true);
            report(measured(street));
        } finally {
            vertx.close();
        }
    }

    private static Operation operation(Street street, Tools tools) {
        var installation = new Installation(Optional.of(Path.of("telling.yaml")), Path.of("."));
        return new Operation(street.config("en, it", ""), tools, installation, _ -> {}, Inheritance.NONE);
    }

    private static double[] measured(Street street) throws InterruptedException {
        for (var sample = 0; sample < WARM_UP; sample++) {
            street.turn();
        }
        var millis = new double[SAMPLES];
        for (var sample = 0; sample < SAMPLES; sample++) {
            millis[sample] = street.turn() / NANOS_PER_MILLI;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static void report(double[] millis) {
        var p99 = millis[(int) Math.ceil(millis.length * 0.99) - 1];
        System.out.printf(
                "%d posts: from the answer of the confirming check to the webhook's arrival: median %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                millis.length, millis[millis.length / 2], p99, millis[millis.length - 1]);
        System.exit(p99 <= PROMISED_MILLIS ? 0 : 1);
    }
}
