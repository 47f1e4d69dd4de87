package dev.backonline.bot.watch;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import dev.backonline.incident.Situation;
import dev.backonline.verdict.Judge;
import dev.backonline.verdict.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds what is known of every service now. Observations come in from many threads; only a change of verdict is worth a call. Those
 * of our own location pass the border first; other locations have vetted theirs themselves.
 */
public final class Watch {
    private final Map<ServiceId, AtomicReference<Judge>> judges = new LinkedHashMap<>();
    private final Map<CheckId, ServiceId> services = new HashMap<>();
    private final Location here;
    private final Border border;
    private final Muster muster = new Muster();
    private final Runnable changed;

    /** {@code changed} is called, on the observing thread, whenever a verdict says something new. */
    public Watch(Collection<Judge> judges, Location here, Border border, Runnable changed) {
        for (var judge : judges) {
            var service = judge.standard().service();
            this.judges.put(service, new AtomicReference<>(judge));
            judge.standard().rules().forEach(rule -> services.put(rule.check(), service));
        }
        this.here = here;
        this.border = border;
        this.changed = changed;
    }

    /** From whichever location; the order of one check's observations from one location is kept. */
    public void observed(Observation observation) {
        if (!services.containsKey(observation.check())) {
            throw new IllegalArgumentException("check '%s' is not watched".formatted(observation.check()));
        }
        if (observation.location().equals(here)) {
            border.observed(observation, this::judged);
        } else {
            judged(List.of(observation));
        }
    }

    /** A canary that answered vouches for our own side. */
    public void canaryAnswered(Observation testimony) {
        border.canaryAnswered(testimony, this::judged);
    }

    private void judged(List<Observation> believed) {
        var news = false;
        for (var observation : believed) {
            var judge = reference(observation.check());
            var before = judge.getAndUpdate(one -> one.with(observation)).verdict();
            news |= saysSomethingNew(before, judge.get().verdict());
        }
        if (news) {
            changed.run();
        }
    }

    private AtomicReference<Judge> reference(CheckId check) {
        return Optional.ofNullable(services.get(check)).map(judges::get).orElseThrow();
    }

    /** Forgets what nothing confirmed for too long. */
    public void refresh(Instant now) {
        border.expire(now, this::judged);
        var held = heldSince(border.held());
        judges.forEach((service, judge) -> judge.updateAndGet(one -> one.at(held.getOrDefault(service, now))));
        judges.values().forEach(judge -> muster.look(judge.get(), now));
    }

    /** After the clock was moved, all that is known has to be confirmed once more. */
    public void startAnew(Instant now) {
        border.forget();
        judges.values().forEach(judge -> judge.updateAndGet(one -> one.anew(now)));
    }

    /** A service of which an observation is held back is known as it was then: silence it is not. */
    private Map<ServiceId, Instant> heldSince(Map<CheckId, Instant> held) {
        var since = new HashMap<ServiceId, Instant>();
        held.forEach((check, at) -> Optional.ofNullable(services.get(check))
                .ifPresent(service -> since.merge(service, at, (one, other) -> one.isBefore(other) ? one : other)));
        return since;
    }

    /** How many services have a check that too few locations are heard from. */
    public long lackingLocations() {
        return muster.lacking();
    }

    /** Those of them of which it has lasted so long that people should know. */
    public List<ServiceId> unheard() {
        return muster.unheard();
    }

    /** Whether nothing that could be reached before can be reached now. */
    public boolean ownSideFails() {
        return border.isFailing();
    }

    public Map<ServiceId, Verdict> verdicts(Predicate<Verdict> wanted) {
        return judges.values().stream()
                .map(judge -> judge.get().verdict())
                .filter(wanted)
                .collect(Collectors.toMap(Verdict::service, verdict -> verdict));
    }

    /** What each check of a service says, for operators. */
    public List<String> findings(ServiceId service) {
        return Optional.ofNullable(judges.get(service))
                .map(judge -> judge.get().findings())
                .orElse(List.of());
    }

    public Situation.OwnSide ownSide() {
        return border.ownSide();
    }

    private static boolean saysSomethingNew(Verdict before, Verdict after) {
        return !before.getClass().equals(after.getClass()) || !before.state().equals(after.state());
    }
}
