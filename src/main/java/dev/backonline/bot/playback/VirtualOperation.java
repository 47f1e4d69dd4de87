package dev.backonline.bot.playback;

import dev.backonline.bot.desk.Witness;
import dev.backonline.bot.operation.Editors;
import dev.backonline.bot.operation.Newsroom;
import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.check.Wire;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.incident.IncidentId;
import dev.backonline.store.memory.MemoryStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/**
 * What one configuration sets in motion, in virtual time: the watch, the newsroom and the couriers that serve, over a store in
 * memory and dry channels. Nothing happens by itself: whoever drives it says what was observed, and when to decide.
 */
final class VirtualOperation {
    private final VirtualTime time;
    private final MemoryStore memory = new MemoryStore();
    private final Sightings sightings;
    private final Planner planner;
    private final Newsroom newsroom;
    private final Press press;
    private final IntUnaryOperator numbers;
    private boolean decided;

    /** Hears of every decision, and of every post. */
    record Audience(Consumer<Change> changes, Consumer<Posting> posts) {}

    /** Incidents are named in their order. */
    VirtualOperation(BotConfig file, Instant start, Audience audience) {
        this(file, start, audience, count -> count + 1);
    }

    /**
     * What a person would have to approve is taken for approved: nobody is there. {@code numbers}: by which number an incident is named
     * after so many.
     */
    VirtualOperation(BotConfig file, Instant start, Audience audience, IntUnaryOperator numbers) {
        this.numbers = numbers;
        var config = unattended(file);
        this.time = new VirtualTime(start);
        this.sightings = new Sightings(config, time);
        var store = memory.store();
        var tools =
                new Tools(store, VirtualOperation::unreachable, time.clock(), new SimpleMeterRegistry(), "rehearsal");
        var editors = new Editors(config, tools);
        var upkeep = Upkeep.of(config.maintenance(), store.maintenances());
        var noting = new Noting(audience);
        this.newsroom = editors.newsroom(sightings.watch(), upkeep, this::nextId, noting);
        this.planner = new Planner(
                upkeep, editors.crier(newsroom, noting), !config.maintenance().isEmpty());
        this.press = new Press(config, store, time.clock(), audience.posts());
    }

    Sightings sightings() {
        return sightings;
    }

    private static BotConfig unattended(BotConfig file) {
        var channels = file.channels().stream()
                .<ChannelPlan<?>>map(ChannelPlan::unattended)
                .toList();
        return file.on(channels)
                .by(rule -> rule, file.canaries(), file.publishing().unattended());
    }

    private static Wire.Reply unreachable(Wire.Request request) {
        throw new IllegalStateException("a rehearsal should reach nothing, but asks " + request);
    }

    /** Passes on what was told; what operators would hear is not played. */
    private final class Noting implements Witness {
        private final Audience audience;

        Noting(Audience audience) {
            this.audience = audience;
        }

        @Override
        public void told(Change change) {
            decided = true;
            audience.changes().accept(change);
        }

        @Override
        public void kept(Decision.Quiet decision) {
            decided = true;
        }

        @Override
        public boolean hearsAlarms() {
            return false;
        }

        @Override
        public void raised(Alarm alarm) {}

        @Override
        public void cleared(Alarm alarm) {}
    }

    /** The same in every run, so that runs can be compared; the engine asks for one whenever it considers an outbreak. */
    private IncidentId nextId() {
        var number = Integer.toString(numbers.applyAsInt(memory.size()), Character.MAX_RADIX)
                .toLowerCase(Locale.ROOT);
        return new IncidentId("incident" + "0".repeat(Math.max(0, 4 - number.length())) + number);
    }

    Instant now() {
        return time.now();
    }

    void set(Instant now) {
        time.set(now);
    }

    /** When a maintenance begins or ends next, or is to be told. */
    Instant nextMaintenance() {
        return planner.next();
    }

    /** Takes every decision that is due now, and delivers what follows from it; gives whether there was any. */
    boolean review() {
        decided = false;
        planner.look(now());
        newsroom.review(now());
        if (decided) {
            press.work();
        }
        return decided;
    }

    /** See {@link Newsroom#outlook}. */
    Predicate<Instant> outlook() {
        return newsroom.outlook(now());
    }
}
