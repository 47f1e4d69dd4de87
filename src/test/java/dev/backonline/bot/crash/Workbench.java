package dev.backonline.bot.crash;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Clock;
import dev.backonline.channel.courier.Courier;
import dev.backonline.channel.courier.Journal;
import dev.backonline.channel.courier.Round;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.StoreUnavailable;
import dev.backonline.store.Store;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The engine in this process, step by step and with a clock that is set: the wall's may jump, the monotonic one does not. */
final class Workbench implements Journal, AutoCloseable {
    private static final int MOST_ROUNDS = 50;
    private final Vertx vertx = Vertx.vertx();
    private final VertxWire wire = new VertxWire(vertx);
    private final List<String> complaints = new ArrayList<>();
    private final List<Delivery> steps = new ArrayList<>();
    private final Networks networks = new Networks(this::serverTime);
    private final Store store;
    private final Chronicle chronicle;
    private final List<Courier> couriers;
    private Duration passed = Duration.ZERO;
    private Duration jumped = Duration.ZERO;
    private final Instant began = Instant.parse("2026-11-22T20:00:00Z");

    /** {@code between}: what stands between the engine and the network. */
    Workbench(Store store, UnaryOperator<Wire> between) {
        this.store = store;
        var crew = Crew.on(networks.addresses(), between.apply(wire));
        this.chronicle = new Chronicle(store, new Announcer(crew.subscriptions()));
        var clock = new Clock(this::now, () -> passed.toNanos());
        this.couriers = crew.couriers(store, new Round.Means("workbench", clock, new Random(7), this));
    }

    private Instant now() {
        return serverTime().plus(jumped);
    }

    private Instant serverTime() {
        return began.plus(passed);
    }

    Workbench jump(Duration time) {
        jumped = jumped.plus(time);
        return this;
    }

    Networks networks() {
        return networks;
    }

    /** Where this fails, nothing was decided, and it is to be tried again. */
    Workbench wave(boolean another) {
        guarded(() -> chronicle.wave(now(), another));
        return this;
    }

    /** Each second the couriers work, and look for what an owner left, as the bot does. */
    Workbench pass(Duration time) {
        for (var end = passed.plus(time); passed.compareTo(end) <= 0; passed = passed.plusSeconds(1)) {
            guarded(() -> store.outbox().recover(now(), now().plusSeconds(30), false));
            couriers.forEach(courier -> guarded(() -> work(courier)));
        }
        return this;
    }

    private static void work(Courier courier) {
        var rounds = 0;
        while (courier.work().isZero() && rounds < MOST_ROUNDS) {
            rounds++;
        }
    }

    private void guarded(Runnable job) {
        try {
            job.run();
        } catch (StoreUnavailable unavailable) {
            complaints.add(String.valueOf(unavailable.getMessage()));
        }
    }

    /** What was said of the database. */
    List<String> complaints() {
        return complaints;
    }

    List<Delivery> steps() {
        return steps;
    }

    /** Tells of all that is open to its end, and compares; the bot would have to be well by then. */
    Figures settled(Duration patience) {
        wave(false).pass(patience).wave(false).pass(patience);
        return new Audit(store, networks, Crew.NAMES, String.join("\n", complaints)).figures();
    }

    @Override
    public void stepped(Delivery before, Delivery after) {
        steps.add(after);
    }

    @Override
    public void refused(Delivery after) {
        complaints.add("refused: " + after);
    }

    @Override
    public void stumbled(Delivery delivery, RuntimeException bug) {
        throw new AssertionError("a bug at " + delivery, bug);
    }

    @Override
    public void close() {
        networks.close();
        wire.close();
        vertx.close();
    }
}
