package dev.backonline.bot.operation;

import dev.backonline.bot.watch.Upkeep;
import dev.backonline.bot.watch.Watch;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentBook;
import dev.backonline.incident.IncidentEngine;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Situation;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.Ledger;
import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Decides, and writes down what was decided together with whom it must be told. One decision at a time. */
final class Newsroom {
    private static final Logger LOG = Logger.getLogger(Newsroom.class);

    private final Watch watch;
    private final Upkeep upkeep;
    private final Means means;
    private final Duration memory;
    private final Map<IncidentId, Incident> live = new LinkedHashMap<>();
    private final ReentrantLock deciding = new ReentrantLock();

    /** Who decides, who announces, where it is written, and who hears of it. */
    record Means(IncidentEngine engine, Announcer announcer, Ledger ledger, IncidentBook book, Listener listener) {}

    /** Hears of every change once it is written. */
    @FunctionalInterface
    interface Listener {
        void decided(Change change);
    }

    /** {@code memory}: how long a resolved incident may still come back. */
    Newsroom(Watch watch, Upkeep upkeep, Means means, Duration memory) {
        this.watch = watch;
        this.upkeep = upkeep;
        this.means = means;
        this.memory = memory;
    }

    /** Reads the incidents that are still of consequence. */
    void recall(Instant now) {
        deciding.lock();
        try {
            live.clear();
            means.book().live(now.minus(memory)).forEach(incident -> live.put(incident.id(), incident));
        } finally {
            deciding.unlock();
        }
    }

    /** Takes every decision that is due at this time; those that could not be written are taken again at the next call. */
    void review(Instant now) {
        deciding.lock();
        try {
            decideAll(now);
        } finally {
            deciding.unlock();
        }
    }

    private void decideAll(Instant now) {
        live.values()
                .removeIf(incident -> incident.resolvedAt()
                        .filter(end -> end.plus(memory).isBefore(now))
                        .isPresent());
        var change = means.engine().next(situation(now), now);
        while (change.isPresent() && write(change.get(), now)) {
            change = means.engine().next(situation(now), now);
        }
    }

    private boolean write(Change change, Instant now) {
        if (!means.ledger().record(change, means.announcer().deliveries(change))) {
            LOG.infof(
                    "Incident changed elsewhere incident=%s", change.incident().id());
            recall(now);
            return false;
        }
        live.put(change.incident().id(), change.incident());
        means.listener().decided(change);
        return true;
    }

    private Situation situation(Instant now) {
        var involved = live.values().stream()
                .flatMap(incident -> incident.all().stream())
                .collect(Collectors.toSet());
        var verdicts =
                watch.verdicts(verdict -> verdict instanceof Verdict.Trouble || involved.contains(verdict.service()));
        var counting = upkeep.excused(verdicts, live.values(), now);
        return new Situation(live.values().stream().toList(), counting, watch.ownSide());
    }
}
