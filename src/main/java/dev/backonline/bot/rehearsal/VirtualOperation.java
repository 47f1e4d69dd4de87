package dev.backonline.bot.rehearsal;

import dev.backonline.bot.desk.Witness;
import dev.backonline.bot.operation.Editors;
import dev.backonline.bot.operation.Newsroom;
import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.watch.Watch;
import dev.backonline.catalog.ServiceId;
import dev.backonline.channel.courier.Composer;
import dev.backonline.channel.courier.Courier;
import dev.backonline.channel.courier.Journal;
import dev.backonline.channel.courier.Round;
import dev.backonline.check.Observation;
import dev.backonline.check.Wire;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.incident.IncidentId;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import dev.backonline.outbox.Delivery;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import dev.backonline.verdict.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What one configuration sets in motion, in virtual time: the watch, the newsroom and the couriers that serve, over a store in
 * memory and dry channels. Nothing happens by itself: whoever drives it says what was observed, and when to decide.
 */
final class VirtualOperation {
    private final VirtualTime time;
    private final MemoryStore memory = new MemoryStore();
    private final Watch watch;
    private final Newsroom newsroom;
    private final List<Courier> couriers;
    private boolean decided;
    private int keys;

    /** Hears of every decision, and of every post. */
    record Audience(Consumer<Change> changes, Consumer<Posting> posts) {}

    /** What a person would have to approve is taken for approved: nobody is there. */
    VirtualOperation(BotConfig file, Instant start, Audience audience) {
        var config = unattended(file);
        this.time = new VirtualTime(start);
        this.watch = Watch.of(config, List.of(), start, () -> {});
        var tools = new Tools(
                memory.store(), VirtualOperation::unreachable, time.clock(), new SimpleMeterRegistry(), "rehearsal");
        this.newsroom = new Editors(config, tools).newsroom(watch, this::nextId, new Hearing(audience));
        var composer = composer(config);
        this.couriers = config.channels().stream()
                .map(plan -> courier(plan, memory.store(), composer, audience))
                .toList();
    }

    private static BotConfig unattended(BotConfig file) {
        var channels = file.channels().stream()
                .<ChannelPlan<?>>map(ChannelPlan::unattended)
                .toList();
        return file.on(channels)
                .by(file.services(), file.canaries(), file.publishing().unattended());
    }

    private static Wire.Reply unreachable(Wire.Request request) {
        throw new IllegalStateException("a rehearsal should reach nothing, but asks " + request);
    }

    /** Passes on what was told; what operators would hear is not played. */
    private final class Hearing implements Witness {
        private final Audience audience;

        Hearing(Audience audience) {
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
        public void raised(Alarm alarm) {}

        @Override
        public void cleared(Alarm alarm) {}
    }

    private Composer composer(BotConfig config) {
        return new Composer(
                new Reporter(config.identity(), config.catalog()),
                new Renderer(config.languages().values()),
                config.identity().languages(),
                () -> "key-" + ++keys);
    }

    private Courier courier(ChannelPlan<?> plan, Store store, Composer composer, Audience audience) {
        var channel = new DryChannel(plan, audience.posts());
        var means = new Round.Means("rehearsal", time.clock(), new Random(1), new Strict());
        return new Courier(channel.line(), store.outbox(), store.incidents(), composer, means);
    }

    /** The same in every run, so that runs can be compared; the engine asks for one whenever it considers an outbreak. */
    private IncidentId nextId() {
        var number = Integer.toString(memory.size() + 1, Character.MAX_RADIX).toLowerCase(Locale.ROOT);
        return new IncidentId("incident" + "0".repeat(Math.max(0, 4 - number.length())) + number);
    }

    Instant now() {
        return time.now();
    }

    void set(Instant now) {
        time.set(now);
    }

    /** Gives whether the verdict is no longer what it was, be it only in since when it is so. */
    boolean observed(ServiceId service, Observation observation) {
        var before = watch.verdict(service);
        watch.observed(service, observation);
        return isNews(before, watch.verdict(service));
    }

    /** Forgets what nothing confirmed; gives whether there was any such thing. */
    boolean refreshed(ServiceId service) {
        var before = watch.verdict(service);
        watch.refresh(service, now());
        return isNews(before, watch.verdict(service));
    }

    private static boolean isNews(Verdict before, Verdict after) {
        return !before.getClass().equals(after.getClass())
                || !before.state().equals(after.state())
                || !before.since().equals(after.since());
    }

    void canaryAnswered(Instant at) {
        watch.canaryAnswered(at);
    }

    /** Takes every decision that is due now, and delivers what follows from it; gives whether there was any. */
    boolean review() {
        decided = false;
        newsroom.review(now());
        if (decided) {
            couriers.forEach(VirtualOperation::work);
        }
        return decided;
    }

    private static void work(Courier courier) {
        while (courier.work().isZero()) {
            // Each round ends at least one delivery, since a dry channel takes everything.
        }
    }

    /** See {@link Newsroom#outlook}. */
    Predicate<Instant> outlook() {
        return newsroom.outlook();
    }

    /** Where nothing can fail outside, everything that does is a bug, and ends the run. */
    private record Strict() implements Journal {
        @Override
        public void stepped(Delivery before, Delivery after) {}

        @Override
        public void refused(Delivery after) {
            throw new IllegalStateException("a step of %s was refused, and there is no other owner".formatted(after));
        }

        @Override
        public void stumbled(Delivery delivery, RuntimeException bug) {
            throw new IllegalStateException("a bug of ours at " + delivery, bug);
        }
    }
}
