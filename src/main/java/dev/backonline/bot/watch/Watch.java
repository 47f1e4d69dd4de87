package dev.backonline.bot.watch;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.Observation;
import dev.backonline.incident.Situation;
import dev.backonline.verdict.Judge;
import dev.backonline.verdict.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds what is known of every service now. Observations come in from many threads; only a change of verdict is worth a call. */
public final class Watch {
    private final Map<ServiceId, AtomicReference<Judge>> judges = new LinkedHashMap<>();
    private final boolean withCanaries;
    private final Runnable changed;
    private final AtomicReference<Optional<Instant>> canarySuccess = new AtomicReference<>(Optional.empty());

    /** {@code changed} is called, on the observing thread, whenever a verdict says something new. */
    public Watch(Collection<Judge> judges, boolean withCanaries, Runnable changed) {
        judges.forEach(judge -> this.judges.put(judge.verdict().service(), new AtomicReference<>(judge)));
        this.withCanaries = withCanaries;
        this.changed = changed;
    }

    public void observed(ServiceId service, Observation observation) {
        var judge = judges.get(service);
        if (judge == null) {
            throw new IllegalArgumentException("service '%s' is not watched".formatted(service));
        }
        var before = judge.getAndUpdate(one -> one.with(observation)).verdict();
        if (saysSomethingNew(before, judge.get().verdict())) {
            changed.run();
        }
    }

    /** A canary that answered vouches for our own side. */
    public void canaryAnswered(Instant at) {
        canarySuccess.set(Optional.of(at));
    }

    /** Starts anew with these judges: what was seen before is to be confirmed once more. */
    public void restart(Collection<Judge> anew) {
        anew.forEach(judge -> judges.get(judge.verdict().service()).set(judge));
    }

    /** Forgets what nothing confirmed for too long. */
    public void refresh(Instant now) {
        judges.values().forEach(judge -> judge.updateAndGet(one -> one.at(now)));
    }

    public Map<ServiceId, Verdict> verdicts(Predicate<Verdict> wanted) {
        return judges.values().stream()
                .map(judge -> judge.get().verdict())
                .filter(wanted)
                .collect(Collectors.toMap(Verdict::service, verdict -> verdict));
    }

    public Situation.OwnSide ownSide() {
        return withCanaries ? new Situation.Watched(canarySuccess.get()) : new Situation.Unwatched();
    }

    private static boolean saysSomethingNew(Verdict before, Verdict after) {
        return !before.getClass().equals(after.getClass()) || !before.state().equals(after.state());
    }
}
