package dev.backonline.bot.trace;

import dev.backonline.catalog.ServiceId;
import dev.backonline.channel.courier.Journal;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import dev.backonline.config.CheckPlan;
import dev.backonline.outbox.ChannelId;
import dev.backonline.store.Store;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What an operation is given so that it leaves traces. Only what is told leaves one: the answers that turned a verdict are remembered, one for
 * each service, and become spans once something is decided by them; all others cost nothing.
 */
public final class Tracing {
    private final Spans spans;
    private final InstantSource clock;
    private final Map<CheckId, String> checks;
    private final Map<ChannelId, String> channels;
    private final Map<ServiceId, Observation> turns = new ConcurrentHashMap<>();

    public Tracing(BotConfig config, Spans spans, InstantSource clock) {
        this.spans = spans;
        this.clock = clock;
        this.checks = config.services().stream()
                .flatMap(service -> service.checks().stream())
                .collect(Collectors.toMap(CheckPlan::id, plan -> plan.kind().type()));
        this.channels = config.channels().stream()
                .collect(Collectors.toMap(Tracing::id, plan -> plan.kind().type()));
    }

    private static ChannelId id(ChannelPlan<?> plan) {
        return plan.subscription().channel();
    }

    /** After this answer the verdict on its service is another one; called on the observing thread. */
    public void turned(ServiceId service, Observation by) {
        turns.put(service, by);
    }

    /** The same store, whose ledger leaves a span of each decision and gives its deliveries the trail. */
    public Store on(Store store) {
        return store.with(new TracedLedger(store.ledger(), spans, clock, new Causes(turns, checks)), store.outbox());
    }

    /** The same journal, which leaves spans of what couriers do. */
    public Journal on(Journal journal) {
        return new TracedJournal(journal, spans, clock, channels);
    }
}
