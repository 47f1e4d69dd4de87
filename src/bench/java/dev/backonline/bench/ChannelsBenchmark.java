package dev.backonline.bench;

import dev.backonline.bot.operation.Operation;
import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.reload.Inheritance;
import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Clock;
import dev.backonline.config.BotConfig;
import dev.backonline.store.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What 50 channels of ten networks cost in memory beside one webhook, each having tried to tell a few outages to a server that is not
 * there. Promised: at most 5 MB of heap, and of classes and compiled code, together.
 */
public final class ChannelsBenchmark {
    private static final int CHANNELS = Integer.getInteger("channels", 50);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int TURNS = 6;
    private static final double PROMISED_MEGABYTES = 5;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    /** Nobody listens on port 9 of this machine. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    private static final List<String> NETWORKS = List.of(
            "{ type: slack, token: made-up, channel: C0123456789, api: 'NOWHERE' }",
            "{ type: discord, token: made-up, channel: '1100000000000000000', api: 'NOWHERE' }",
            "{ type: discord-webhook, url: 'NOWHERE/api/webhooks/1/made-up', live: true }",
            "{ type: telegram, token: '1:made-up', chat: '@example_status', api: 'NOWHERE' }",
            "{ type: matrix, server: 'NOWHERE', token: made-up, room: '!a:matrix.example' }",
            "{ type: mattermost, server: 'NOWHERE', token: made-up, channel: 4xp9fdt77pncbef59f4k1qe83o, live: true }",
            "{ type: mastodon, server: 'NOWHERE', token: made-up }",
            "{ type: zulip, server: 'NOWHERE', email: bot@chat.example, api-key: made-up, channel: status }",
            "{ type: rocket-chat, server: 'NOWHERE', user-id: aobEdbYhXfu5hkeqG, token: made-up, room: GENERAL }",
            "{ type: teams, url: 'NOWHERE/made-up' }");

    private ChannelsBenchmark() {}

    /** Megabytes: of the heap after collections, and of classes and compiled code. */
    private record Taken(double heap, double code) {
        static Taken now() {
            var heap = IntStream.range(0, 5)
                    .mapToDouble(_ -> Use.heapAfterCollectionMegabytes())
                    .min()
                    .orElseThrow();
            var code =
                    ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed() / BYTES_PER_MEGABYTE;
            return new Taken(heap, code);
        }
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var heap = new double[ROUNDS];
        taken(0);
        var first = taken(0);
        var code = taken(CHANNELS).code() - first.code();
        for (var round = 0; round < ROUNDS; round++) {
            var few = taken(0);
            heap[round] = taken(CHANNELS).heap() - few.heap();
        }
        report(heap, code);
    }

    private static Taken taken(int channels) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("channels");
        var vertx = Vertx.vertx();
        try (var street = new Street();
                var database = TestDatabase.embedded(folder);
                var wire = new VertxWire(vertx);
                var operation = operation(config(street, channels), database, wire)) {
            operation.open(true);
            for (var turn = 0; turn < TURNS; turn++) {
                street.turn();
            }
            return Taken.now();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static Operation operation(BotConfig config, TestDatabase database, VertxWire wire) {
        var clock = new Clock(InstantSource.system(), System::nanoTime);
        var tools = new Tools(database.store(), wire, clock, new SimpleMeterRegistry(), "channels");
        var installation = new Installation(Optional.of(Path.of("channels.yaml")), Path.of("."));
        return new Operation(config, tools, installation, _ -> {}, Inheritance.NONE);
    }

    private static BotConfig config(Street street, int channels) {
        var more = IntStream.range(0, channels)
                .mapToObj(number -> "  c%d: %s".formatted(number, NETWORKS.get(number % NETWORKS.size())))
                .collect(Collectors.joining("\n"))
                .replace("NOWHERE", NOWHERE);
        return street.config("en", more);
    }

    private static void report(double[] heap, double code) {
        Arrays.sort(heap);
        var median = heap[heap.length / 2];
        System.out.printf(
                "%d channels: %.1f MB of heap (median of %d rounds, from %.1f to %.1f), %.1f MB of classes and compiled code at first%n",
                CHANNELS, median, heap.length, heap[0], heap[heap.length - 1], code);
        System.exit(median + code <= PROMISED_MEGABYTES ? 0 : 1);
    }
}
