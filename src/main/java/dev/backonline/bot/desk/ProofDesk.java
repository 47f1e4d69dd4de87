package dev.backonline.bot.desk;

import dev.backonline.bot.setup.Proofreader;
import dev.backonline.config.BotConfig;
import dev.backonline.incident.Change;
import dev.backonline.incident.Command;
import dev.backonline.incident.Decision;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Restraint;
import dev.backonline.incident.Situation;
import dev.backonline.incident.engine.ByHand;
import dev.backonline.incident.engine.Hearing;
import dev.backonline.incident.engine.IncidentEngine;
import dev.backonline.operator.command.Galleys;
import dev.backonline.outbox.Delivery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Shows what a command would have told: decides as the newsroom would, and writes nothing down. Blocks on the database. */
public final class ProofDesk implements Galleys {
    /** Ours: more than is ever due at once before what is asked about. */
    private static final int MOST_DECISIONS = 100;

    private final Registry registry;
    private final Function<Instant, Situation> newsroom;
    private final InstantSource clock;
    private final IncidentEngine engine;
    private final ByHand byHand;
    private final Fitting fitting;
    private final Typesetter typesetter;

    /** {@code registry} is only read; {@code newsroom} says how it is at a time. */
    public ProofDesk(BotConfig config, Registry registry, Function<Instant, Situation> newsroom, InstantSource clock) {
        var ids = new IncidentIds();
        this.registry = registry;
        this.newsroom = newsroom;
        this.clock = clock;
        this.engine = new IncidentEngine(config.catalog(), config.publishing(), ids);
        this.byHand = new ByHand(config.catalog(), config.identity(), config.publishing(), ids);
        this.fitting = new Fitting(new Proofreader(config));
        this.typesetter = new Typesetter(config);
    }

    @Override
    public Pull pull(Command command) {
        return fitting.flaw(command).<Pull>map(Pull.Refused::new).orElseGet(() -> pull(command, clock.instant()));
    }

    private Pull pull(Command command, Instant now) {
        var situation = newsroom.apply(now);
        var named = new Orderly(command).named(registry.store().incidents());
        var waiting = command instanceof Command.Approve approve ? waiting(approve.incident(), now) : List.<Galley>of();
        return switch (byHand.on(command, named, situation, now)) {
            case Hearing.Granted(Change change, var notes) -> new Pull.Drawn(set(change, now), notes);
            case Hearing.Granted(Decision.Approved approved, var _) -> approved(approved, situation, waiting, now);
            case Hearing.Granted(Decision.Quiet _, var notes) -> new Pull.Drawn(List.of(), notes);
            case Hearing.Refused(var why) ->
                waiting.isEmpty() ? new Pull.Refused(why) : new Pull.Drawn(waiting, List.of());
        };
    }

    /** What waits for approval on its channel only. */
    private List<Galley> waiting(IncidentId id, Instant now) {
        return registry.store().incidents().find(id).stream()
                .flatMap(incident -> registry.store().outbox().of(id).stream()
                        .filter(Delivery::isAwaiting)
                        .flatMap(delivery -> typesetter.set(incident, delivery, now)))
                .toList();
    }

    private List<Galley> set(Change change, Instant now) {
        return registry.deliveries(change, now).stream()
                .flatMap(delivery -> typesetter.set(change.incident(), delivery, now))
                .toList();
    }

    private Pull approved(Decision.Approved approved, Situation situation, List<Galley> waiting, Instant now) {
        var restraint = situation.restraint();
        var lifted = new Restraint(Optional.empty(), restraint.drafts(), restraint.dismissals()).after(approved);
        var then = new Situation(situation.live(), situation.verdicts(), situation.ownSide(), lifted);
        var change = following(approved.draft().incident(), then, now);
        var galleys = new ArrayList<>(waiting);
        change.ifPresent(claim -> galleys.addAll(set(claim, now)));
        var notes = new ArrayList<String>();
        if (change.isEmpty()) {
            notes.add("at this moment it is not so; it is told as soon as it is so again");
        }
        restraint.mute().ifPresent(_ -> notes.add("it is muted, so it is told once that is lifted"));
        return new Pull.Drawn(galleys, notes);
    }

    /** What is decided of an incident next; others may come first. */
    private Optional<Change> following(IncidentId incident, Situation situation, Instant now) {
        var then = situation;
        for (var decided = 0; decided < MOST_DECISIONS; decided++) {
            var decision = engine.next(then, now);
            if (decision.isEmpty()) {
                return Optional.empty();
            }
            if (decision.get() instanceof Change change
                    && change.incident().id().equals(incident)) {
                return Optional.of(change);
            }
            then = after(then, decision.get());
        }
        return Optional.empty();
    }

    private static Situation after(Situation situation, Decision decision) {
        var live = new ArrayList<>(situation.live());
        if (decision instanceof Change change) {
            live.removeIf(one -> one.id().equals(change.incident().id()));
            live.add(change.incident());
        }
        return new Situation(
                live,
                situation.verdicts(),
                situation.ownSide(),
                situation.restraint().after(decision));
    }
}
