package dev.backonline.bot.crash;

import dev.backonline.catalog.ServiceState;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Clock;
import dev.backonline.channel.FakeNetwork;
import dev.backonline.channel.FakeNetwork.Mood;
import dev.backonline.channel.courier.Composer;
import dev.backonline.channel.courier.Courier;
import dev.backonline.channel.courier.Journal;
import dev.backonline.channel.courier.Line;
import dev.backonline.channel.courier.Round;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.message.Limit;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Subscription;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** One random history in memory: what happens, what the network does, when the courier drops dead, and how time goes by. */
final class ModelHistory implements Journal {
    private static final ChannelId SQUARE = new ChannelId("square");
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    private static final List<Repeat> CLASSES = List.of(
            new Repeat.Same(),
            new Repeat.Keyed(Duration.ofHours(1)),
            new Repeat.LookUp(),
            new Repeat.Blind(OnUnknown.HOLD),
            new Repeat.Blind(OnUnknown.RESEND));
    private static final List<Mood> MOODS =
            List.of(Mood.CREATES_THEN_RESETS, Mood.RESETS, Mood.THROTTLES, Mood.REFUSES, Mood.WORKS);
    private static final int MOST_ROUNDS = 500;
    private final Random random;
    private final Repeat repeat;
    private final FakeNetwork network;
    private final Store store = new MemoryStore().store();
    private final Subscription subscription;
    private final Composer composer;
    private final Trap trap = new Trap(store.outbox(), ModelHistory::die);
    private final List<String> story = new ArrayList<>();
    private Courier courier;
    private Instant now = START;
    private int crashes;

    /** The end of a process in the middle of a step. */
    private static final class Death extends Error {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    ModelHistory(long seed, Composer composer) {
        this.random = new Random(seed);
        this.composer = composer;
        this.repeat = CLASSES.get(random.nextInt(CLASSES.size()));
        this.network = new FakeNetwork(
                switch (repeat) {
                    case Repeat.Same _ -> true;
                    case Repeat.Keyed _ -> random.nextBoolean();
                    case Repeat.LookUp _, Repeat.Blind _ -> false;
                });
        this.subscription = new Subscription(
                SQUARE,
                Subscription.Audience.PUBLIC,
                List.of(Locale.ENGLISH),
                EnumSet.complementOf(EnumSet.of(Saying.RECOVERING)),
                random.nextInt(4) == 0 ? Subscription.Late.DROP : Subscription.Late.SUMMARY,
                false);
        this.courier = hired();
        story.add("%s, late %s".formatted(repeat, subscription.late()));
    }

    private Courier hired() {
        var capabilities =
                new Capabilities(repeat, Limit.NONE, true, false, 1, Duration.ofSeconds(10), Capabilities.Pace.FREE);
        return new Courier(
                new Line(subscription, capabilities, network),
                trap,
                store.incidents(),
                composer,
                new Round.Means("model", new Clock(() -> now, this::nanos), random, this));
    }

    private long nanos() {
        return Duration.between(START, now).toNanos();
    }

    private static void die(String where) {
        throw new Death();
    }

    ModelHistory run() {
        var steps = 4 + random.nextInt(12);
        for (var step = 0; step < steps; step++) {
            happen();
            pass(Duration.ofSeconds(1 + random.nextInt(random.nextInt(8) == 0 ? 300 : 20)));
        }
        return allIsWell();
    }

    private void happen() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> transition(new IncidentId("incident000" + (1 + random.nextInt(2))));
            case 3, 4 -> {
                var mood = MOODS.get(random.nextInt(MOODS.size()));
                story.add("network " + mood);
                network.next(mood);
            }
            case 5 -> {
                var readable = random.nextBoolean();
                story.add("list readable " + readable);
                network.listReadable(readable);
            }
            default -> {
                var spot = new Trap.Spot(random.nextBoolean() ? "before" : "after", "ANY", 1 + random.nextInt(4));
                story.add("dies " + spot);
                trap.arm(spot);
            }
        }
    }

    private void transition(IncidentId id) {
        var before = store.incidents().find(id);
        if (before.isEmpty()) {
            told(id, before, new Transition.Problem(List.of(Crew.CHAT), Optional.empty()));
        } else if (!before.get().isOpen()) {
            told(id, before, new Transition.Again(List.of(Crew.CHAT), now, Optional.empty()));
        } else if (random.nextBoolean()) {
            told(id, before, new Transition.Still(List.of(Crew.CHAT), Optional.empty()));
        } else {
            told(id, before, new Transition.Resolved(List.of(Crew.CHAT), now));
        }
    }

    private void told(IncidentId id, Optional<Incident> before, Transition transition) {
        var updates = new ArrayList<>(before.map(Incident::updates).orElse(List.of()));
        var over = transition instanceof Transition.Resolved;
        var status = over ? Status.RESOLVED : Status.INVESTIGATING;
        updates.add(new Update(updates.size() + 1, now, status, transition, "made up"));
        var change = new Change(new Incident(
                id,
                updates.size(),
                status,
                START,
                START,
                over ? Optional.of(now) : Optional.empty(),
                Optional.empty(),
                List.of(new Involved(Crew.CHAT, ServiceState.MAJOR_OUTAGE, START)),
                updates));
        story.add("%s %s %s".formatted(now, id, transition.getClass().getSimpleName()));
        store.ledger().record(change, new Announcer(List.of(subscription)).deliveries(change));
    }

    /** Works now and then, but not at each second: whatever is due waits for the courier's turn. */
    private void pass(Duration time) {
        var end = now.plus(time);
        work();
        for (var due = nextWork(); due.isBefore(end); due = nextWork()) {
            now = due;
            work();
        }
        now = end;
    }

    private Instant nextWork() {
        var soon = now.plusSeconds(1);
        return store.outbox()
                .nextDue(SQUARE)
                .map(due -> due.isAfter(soon) ? due : soon)
                .orElse(Instant.MAX);
    }

    private void work() {
        try {
            for (var rounds = 0; courier.work().isZero() && rounds < MOST_ROUNDS; rounds++) {
                now = now.plusMillis(1);
            }
        } catch (Death _) {
            crashes++;
            story.add(now + " died");
            courier = hired();
            store.outbox().recover(now, now.plusSeconds(30), true);
        }
    }

    private ModelHistory allIsWell() {
        trap.arm(new Trap.Spot("never", "ANY", 0));
        network.listReadable(true);
        network.calm();
        for (var incident : store.incidents().newest(2)) {
            if (incident.isOpen()) {
                told(incident.id(), Optional.of(incident), new Transition.Resolved(List.of(Crew.CHAT), now));
            }
        }
        pass(Duration.ofHours(2));
        return this;
    }

    Repeat repeat() {
        return repeat;
    }

    List<Incident> incidents() {
        return store.incidents().newest(2);
    }

    List<Delivery> thread(Incident incident) {
        return store.outbox().of(incident.id());
    }

    List<FakeNetwork.Entry> created(Incident incident) {
        return network.entries().stream()
                .filter(entry -> entry.text().endsWith(incident.id().value()))
                .toList();
    }

    int crashes() {
        return crashes;
    }

    String story() {
        return String.join("\n", story);
    }

    @Override
    public void stepped(Delivery before, Delivery after) {
        if (before.state() != after.state() && after.state() != DeliveryState.SENDING) {
            story.add("%s %s update %d: %s, %s"
                    .formatted(now, after.incident(), after.update(), after.state(), after.note()));
        }
    }

    @Override
    public void refused(Delivery after) {
        throw new AssertionError("there is nobody else: " + after);
    }

    @Override
    public void stumbled(Delivery delivery, RuntimeException bug) {
        throw new AssertionError("a bug at " + delivery, bug);
    }
}
