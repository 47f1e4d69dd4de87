package dev.backonline.bot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Clock;
import dev.backonline.channel.FakeNetwork;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.courier.Courier;
import dev.backonline.channel.courier.Journal;
import dev.backonline.channel.courier.Line;
import dev.backonline.channel.courier.Round;
import dev.backonline.message.Limit;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Outbox;
import dev.backonline.store.Store;
import dev.backonline.store.TestDatabase;
import dev.backonline.store.memory.MemoryStore;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 2: two engines on one database, one of which stands still for longer than its lease and wakes up believing in it. */
@Tag("alone")
@Timeout(300)
class ReplicaTest {
    private static final int STOPS = Integer.getInteger("stops", 10);
    private static final long SEED = Long.getLong("seed", new Random().nextLong(1_000_000));
    private static final Repeat LOOK_UP = new Repeat.LookUp();
    private final Store store = new MemoryStore().store();
    private final List<String> refused = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T20:00:00Z");

    @TempDir
    Path directory;

    /** Not on the network of class C: a stop may always meet the window that the tests below are about. */
    @Test
    void an_engine_that_stood_still_makes_no_second_post() {
        var names = List.of(Crew.KEYED, Crew.HOOK, Crew.HOLDING, Crew.RESENDING);
        try (var history = new CrashHistory(SEED, TestDatabase.postgresql(), directory, names)) {
            var figures = history.stopped(STOPS);

            System.out.printf("Two replicas, seed %d: %s%n", SEED, figures);
            assertThat(figures.of("stops")).isEqualTo(STOPS);
        }
    }

    @Test
    void who_stood_still_before_the_comparison_gives_up_before_the_socket() {
        var network = new FakeNetwork(false);
        var outbox = new Trap(store.outbox(), _ -> takenOver(network));
        outbox.arm(new Trap.Spot("after", "SENDING", 1));
        decided(network);

        courier("one", network, outbox).work();

        assertThat(network.entries()).hasSize(1);
        assertThat(refused).hasSize(1);
    }

    /** The one exception: it is as long as what lies between the comparison and the write, and it is heard of. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_stood_still_after_the_comparison_posts_and_is_noticed(boolean keys) {
        var network = new FakeNetwork(keys);
        var paused = new Pausing(network, () -> takenOver(network));
        decided(network);

        courier("one", paused, store.outbox()).work();

        assertThat(network.entries()).hasSize(keys ? 1 : 2);
        assertThat(refused).hasSize(1);
    }

    @Test
    void the_window_between_the_comparison_and_the_write_is_short() {
        var spans = new ArrayList<Long>();
        var vertx = Vertx.vertx();
        try (var networks = new Networks(Instant::now);
                var wire = new VertxWire(vertx)) {
            var compared = new long[1];
            var crew = Crew.on(holding(networks), wire);
            networks.listen((moment, _) -> {
                if (moment == Networks.Moment.ARRIVED) {
                    spans.add(System.nanoTime() - compared[0]);
                }
                return true;
            });
            var clock = new Clock(InstantSource.system(), () -> compared[0] = System.nanoTime());
            var courier = crew.couriers(store, new Round.Means("one", clock, new Random(7), new Deaf()))
                    .getFirst();
            var chronicle = new Chronicle(store, new Announcer(crew.subscriptions()));
            for (var wave = 0; wave < 100; wave++) {
                chronicle.wave(Instant.now(), wave % 3 == 0);
                courier.work();
            }
        } finally {
            vertx.close();
        }

        assertThat(median(spans)).isLessThan(Duration.ofSeconds(1).toNanos());
    }

    private static long median(List<Long> spans) {
        var sorted = spans.stream().sorted().toList();
        var median = sorted.get(sorted.size() / 2);
        System.out.printf(
                "From the comparison to the arrival at the server: median %d us, worst of %d: %d us%n",
                median / 1_000, sorted.size(), sorted.getLast() / 1_000);
        return median;
    }

    private static Map<String, URI> holding(Networks networks) {
        var addresses = networks.addresses();
        addresses.keySet().retainAll(List.of(Crew.HOLDING));
        return addresses;
    }

    private void decided(Channel network) {
        new Chronicle(store, new Announcer(List.of(line(network).subscription()))).wave(now, true);
    }

    /** Much later, another engine finds the post in doubt, looks for it, and makes it. */
    private void takenOver(Channel network) {
        now = now.plus(Duration.ofMinutes(10));
        store.outbox().recover(now, now.plusSeconds(30), false);
        now = now.plusSeconds(31);
        var other = courier("other", network, store.outbox());
        for (var rounds = 0; rounds < 5; rounds++) {
            other.work();
        }
    }

    private Courier courier(String owner, Channel network, Outbox outbox) {
        var clock =
                new Clock(() -> now, () -> Duration.between(Instant.EPOCH, now).toNanos());
        var means = new Round.Means(owner, clock, new Random(7), new Deaf());
        return new Courier(line(network), outbox, store.incidents(), Crew.composer(), means);
    }

    private static Line line(Channel network) {
        var subscription = Crew.subscription("square");
        var capabilities =
                new Capabilities(LOOK_UP, Limit.NONE, true, false, 1, Duration.ofSeconds(10), Capabilities.Pace.FREE);
        return new Line(subscription, capabilities, network);
    }

    /** Stands still once, just before the socket is written. */
    private static final class Pausing implements Channel {
        private final FakeNetwork network;
        private Runnable pause;

        Pausing(FakeNetwork network, Runnable pause) {
            this.network = network;
            this.pause = pause;
        }

        @Override
        public String prepare(Post post) {
            return network.prepare(post);
        }

        @Override
        public Outcome send(Frozen frozen, Instant at) {
            var pausing = pause;
            pause = () -> {};
            pausing.run();
            return network.send(frozen, at);
        }
    }

    /** Hears only of what was refused. */
    private final class Deaf implements Journal {
        @Override
        public void stepped(Delivery before, Delivery after) {}

        @Override
        public void refused(Delivery after) {
            refused.add(after.state().name());
        }

        @Override
        public void stumbled(Delivery delivery, RuntimeException bug) {
            throw new AssertionError("a bug at " + delivery, bug);
        }
    }
}
