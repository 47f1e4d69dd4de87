package dev.backonline.bot.operation;

import dev.backonline.bot.alarm.Roll;
import dev.backonline.bot.desk.Approvals;
import dev.backonline.bot.desk.Orderly;
import dev.backonline.bot.desk.Registry;
import dev.backonline.bot.desk.Witness;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.bot.watch.Watch;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Command;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Desk;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Restraint;
import dev.backonline.incident.Situation;
import dev.backonline.incident.engine.ByHand;
import dev.backonline.incident.engine.Hearing;
import dev.backonline.incident.engine.IncidentEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Decides, and writes down what was decided together with whom it must be told. One decision at a time, a person's among them. */
public final class Newsroom implements Desk {
    private static final Logger LOG = Logger.getLogger(Newsroom.class);
    /** Ours: how late what another process has held back or let go is heard of, and what nobody approved in time is ended. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Watch watch;
    private final Upkeep upkeep;
    private final Means means;
    private final Duration memory;
    private final Map<IncidentId, Incident> live = new LinkedHashMap<>();
    private final Roll roll;
    private final ReentrantLock deciding = new ReentrantLock();
    private volatile Restraint restraint = Restraint.NONE;
    private Instant looked = Instant.EPOCH;

    /** Who decides, where it is written ({@code automatically}: while this process decides), who lets go what waits, who hears, by which clock. */
    record Means(
            IncidentEngine engine,
            ByHand byHand,
            Registry registry,
            Registry automatically,
            Approvals approvals,
            Witness witness,
            InstantSource clock) {}

    /** {@code memory}: how long a resolved incident may still come back. */
    Newsroom(Watch watch, Upkeep upkeep, Means means, Duration memory) {
        this.watch = watch;
        this.upkeep = upkeep;
        this.means = means;
        this.memory = memory;
        this.roll = new Roll(means.witness());
    }

    /** What operators must know by the last review; to be asked by whoever reviews. */
    List<Alarm> standing() {
        return roll.standing();
    }

    /** What holds decisions back, as far as it is known here. */
    Restraint restraint() {
        return restraint;
    }

    /** Reads the incidents that are still of consequence, and what holds decisions back; gives how it is then. */
    Situation recall(Instant now) {
        deciding.lock();
        try {
            restraint = means.registry().store().restraints().restraint();
            live.clear();
            means.registry().live(now.minus(memory), restraint).forEach(incident -> live.put(incident.id(), incident));
            return situation(now);
        } finally {
            deciding.unlock();
        }
    }

    /** Takes every decision that is due at this time; those that could not be written are taken again at the next call. */
    public void review(Instant now) {
        deciding.lock();
        try {
            look(now);
            forget(now);
            roll.call(() -> means.engine().alarms(situation(now), now));
            decideAll(now);
        } finally {
            deciding.unlock();
        }
    }

    /** Keeps up with what another process decides, and decides nothing. */
    void follow(Instant now) {
        roll.call(List.<Alarm>of());
        if (isLookDue(now)) {
            recall(now);
            looked = now;
        }
    }

    private boolean isLookDue(Instant now) {
        return Duration.between(looked, now).abs().compareTo(LOOK_EVERY) >= 0;
    }

    /** What waits for people, and what other processes have written. */
    private void look(Instant now) {
        if (!isLookDue(now)) {
            return;
        }
        if (means.approvals().asked() || !restraint.drafts().isEmpty()) {
            means.registry().awake(now);
        }
        means.approvals().look(now);
        restraint = means.registry().store().restraints().restraint();
        looked = now;
    }

    /** A draft may still be of an incident that is over for longer. */
    private void forget(Instant now) {
        live.values()
                .removeIf(incident -> !restraint.isDrafted(incident.id()) && incident.isOverBefore(now.minus(memory)));
    }

    private void decideAll(Instant now) {
        var decision = means.engine().next(situation(now), now);
        while (decision.isPresent() && write(means.automatically(), decision.get(), now)) {
            decision = means.engine().next(situation(now), now);
        }
    }

    private boolean write(Registry registry, Decision decision, Instant now) {
        if (!registry.isWritten(decision, now)) {
            LOG.infof("It was decided elsewhere decision=\"%s\"", decision);
            recall(now);
            return false;
        }
        restraint = restraint.after(decision);
        if (decision instanceof Change change) {
            live.put(change.incident().id(), change.incident());
        }
        return true;
    }

    @Override
    public Reply submit(Command command) {
        deciding.lock();
        try {
            var now = means.clock().instant();
            var situation = recall(now);
            var named = new Orderly(command).named(means.registry().store().incidents());
            return answer(command, means.byHand().on(command, named, situation, now), now);
        } finally {
            deciding.unlock();
        }
    }

    private Reply answer(Command command, Hearing ruling, Instant now) {
        var orderly = new Orderly(command);
        return switch (ruling) {
            case Hearing.Granted granted
            when write(means.registry(), granted.decision(), now) -> {
                orderly.letGo(means.approvals(), now);
                yield new Reply.Done(orderly.concerned(granted.decision()), granted.notes());
            }
            case Hearing.Granted _ ->
                new Reply.Refused("it was changed by somebody else just now: look again; nothing was done");
            case Hearing.Refused(var why) ->
                orderly.letGo(means.approvals(), now) > 0
                        ? new Reply.Done(orderly.incident(), List.of("done for the channels where it waited"))
                        : new Reply.Refused(why);
        };
    }

    /** Whether anything is decided at a time if nothing is observed before, no maintenance begins or ends, and our own side is well. */
    public Predicate<Instant> outlook(Instant now) {
        return means.engine().outlook(situation(now).trusting());
    }

    private Situation situation(Instant now) {
        var incidents = List.copyOf(live.values());
        var concerned = new Situation(incidents, Map.of(), watch.ownSide(), restraint).concerned();
        return new Situation(
                incidents, upkeep.excused(watch.verdicts(concerned), incidents, now), watch.ownSide(), restraint);
    }
}
