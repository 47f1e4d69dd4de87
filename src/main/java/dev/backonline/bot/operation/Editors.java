package dev.backonline.bot.operation;

import dev.backonline.bot.alarm.Endings;
import dev.backonline.bot.alarm.Rations;
import dev.backonline.bot.alarm.Siren;
import dev.backonline.bot.alarm.Ward;
import dev.backonline.bot.alarm.Watchtower;
import dev.backonline.bot.desk.Approvals;
import dev.backonline.bot.desk.Crier;
import dev.backonline.bot.desk.Fitting;
import dev.backonline.bot.desk.HushedOutbox;
import dev.backonline.bot.desk.IncidentIds;
import dev.backonline.bot.desk.NewsLog;
import dev.backonline.bot.desk.ProofDesk;
import dev.backonline.bot.desk.Registry;
import dev.backonline.bot.desk.Witness;
import dev.backonline.bot.reload.Inheritance;
import dev.backonline.bot.setup.Proofreader;
import dev.backonline.bot.trace.Tracing;
import dev.backonline.bot.watch.Borders;
import dev.backonline.bot.watch.Hearsay;
import dev.backonline.bot.watch.Judges;
import dev.backonline.bot.watch.Turning;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.bot.watch.Watch;
import dev.backonline.bot.watch.WatchFigures;
import dev.backonline.channel.courier.Journal;
import dev.backonline.config.BotConfig;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Desk;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.engine.ByHand;
import dev.backonline.incident.engine.IncidentEngine;
import dev.backonline.operator.command.Galleys;
import dev.backonline.outbox.Announcer;
import dev.backonline.store.Store;
import io.micrometer.core.instrument.Gauge;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sets up the newsroom after the file, with what lets people in and holds couriers back. */
public record Editors(BotConfig config, Tools tools, Optional<Tracing> tracing) {
    public Editors(BotConfig config, Tools tools) {
        this(
                config,
                tools,
                tools.spans()
                        .map(spans -> new Tracing(config, spans, tools.clock().wall())));
    }

    /** {@code changed} is called when there is news, {@code hearsay} is what other processes see. Blocks on the database. */
    Watch watch(Inheritance inheritance, Hearsay hearsay, Runnable changed) {
        var now = tools.clock().now();
        var live = tools.store().incidents().live(now);
        var judges = Judges.appointed(config, live, now, inheritance.judgesFor(config));
        return WatchFigures.shown(
                new Watch(judges, tools.location(), Borders.of(config), hearsay, noted(changed)), tools.figures());
    }

    /** Whoever leaves traces knows why before it is decided. */
    private Turning noted(Runnable changed) {
        return tracing.<Turning>map(traces -> (service, by) -> {
                    traces.turned(service, by);
                    changed.run();
                })
                .orElse((_, _) -> changed.run());
    }

    private Store traced(Store store) {
        return tracing.map(traces -> traces.on(store)).orElse(store);
    }

    /** What hears of every step of a delivery. */
    Journal journal(DeliveryLog log) {
        return tracing.map(traces -> traces.on(log)).orElse(log);
    }

    /** Who tells operators of alarms. {@code decided} is called after each decision, {@code alone}: no other process works on this database. */
    Watchtower watchtower(
            Watch watch, DeliveryLog log, Desks desks, Consumer<Decision> decided, BooleanSupplier alone) {
        var witness = new NewsLog(tools.figures(), decided);
        var ends = new Endings(desks.endings(), tools.figures(), tools.clock().wall());
        var sources = new Ward.Sources(log::refused, watch::unheard, ends::look, tools.misread());
        var registry = new Registry(
                traced(tools.store()), announcer(), witness, config.identity().zone());
        return new Watchtower(
                new Ward(tools.store(), sources, witness), new Rations(registry), ends, new Siren(registry, alone));
    }

    /** {@code decided} is called after each decision. Blocks on the database. */
    Newsroom newsroom(Watch watch, Upkeep upkeep, Consumer<Decision> decided) {
        return newsroom(watch, upkeep, new IncidentIds(), witness(decided));
    }

    private NewsLog witness(Consumer<Decision> decided) {
        return new NewsLog(tools.figures(), decided);
    }

    /** {@code ids} names new incidents; {@code witness} hears of every decision. Blocks on the database. */
    public Newsroom newsroom(Watch watch, Upkeep upkeep, Supplier<IncidentId> ids, Witness witness) {
        var page = config.identity();
        var publishing = config.publishing();
        var store = traced(tools.store());
        var announcer = announcer();
        var expired = publishing.consent().expired();
        return shown(new Newsroom(
                watch,
                upkeep,
                new Newsroom.Means(
                        new IncidentEngine(config.catalog(), publishing, ids),
                        new ByHand(config.catalog(), page, publishing, ids),
                        new Registry(store, announcer, witness, page.zone()),
                        new Registry(traced(tools.store().judging(tools.owner())), announcer, witness, page.zone()),
                        new Approvals(store.outbox(), store.incidents(), expired, isAsked(announcer)),
                        witness,
                        tools.clock().wall()),
                publishing.reopenWithin()));
    }

    /** What waits for people, as figures. */
    private Newsroom shown(Newsroom newsroom) {
        Gauge.builder("backonline.muted", newsroom, it -> isMuted(it) ? 1 : 0)
                .description("Whether nothing automatic may become public")
                .register(tools.figures());
        Gauge.builder("backonline.drafts", newsroom, Editors::waiting)
                .description("Claims that wait for a person's approval")
                .register(tools.figures());
        return newsroom;
    }

    private static boolean isMuted(Newsroom newsroom) {
        return newsroom.restraint().mute().isPresent();
    }

    private static long waiting(Newsroom newsroom) {
        return newsroom.restraint().drafts().stream()
                .filter(draft -> draft.approvedBy().isEmpty())
                .count();
    }

    /** Who tells of maintenances. {@code decided} is called after each decision. */
    Crier crier(Newsroom newsroom, Consumer<Decision> decided) {
        return crier(newsroom, witness(decided));
    }

    /** The same; {@code witness} hears of every decision. */
    public Crier crier(Newsroom newsroom, Witness witness) {
        return new Crier(
                new Registry(
                        traced(tools.store().judging(tools.owner())),
                        announcer(),
                        witness,
                        config.identity().zone()),
                () -> isMuted(newsroom));
    }

    private Announcer announcer() {
        return new Announcer(
                config.channels().stream().map(plan -> plan.subscription()).toList(),
                config.publishing().consent().within());
    }

    /** A channel may have asked before the file was changed. */
    private boolean isAsked(Announcer announcer) {
        return announcer.asks() || !tools.store().outbox().awaiting().isEmpty();
    }

    /** What couriers work with: while it is muted, they find nothing automatic to do. */
    Tools hushed(Newsroom newsroom) {
        var store = tools.store();
        var outbox = new HushedOutbox(store.outbox(), store.incidents(), () -> isMuted(newsroom));
        return tools.with(store.with(store.ledger(), outbox));
    }

    /** Decides as the newsroom would, and writes nothing down. */
    Galleys galleys(Newsroom newsroom) {
        var registry = new Registry(
                tools.store(), announcer(), witness(_ -> {}), config.identity().zone());
        return new ProofDesk(config, registry, newsroom::recall, tools.clock().wall());
    }

    /** Words that would not be told whole are refused before anything is decided. */
    Desk desk(Newsroom newsroom) {
        var fitting = new Fitting(new Proofreader(config));
        return command -> fitting.flaw(command)
                .<Desk.Reply>map(Desk.Reply.Refused::new)
                .orElseGet(() -> newsroom.submit(command));
    }
}
