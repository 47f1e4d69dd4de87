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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds what is known of every service now. Observations come in from many threads; only a change of verdict is worth a call. Those
 * of our own location pass the border first; other locations have vetted theirs themselves.
 */
public final class Watch {
    private final Court court;
    private final Map<CheckId, ServiceId> services = new HashMap<>();
    private final Location here;
    private final Border border;
    private final Hearsay hearsay;
    private final Muster muster = new Muster();
    private final Turning changed;

    /** {@code changed} is called, on the observing thread, whenever a verdict says something new. */
    public Watch(Collection<Judge> judges, Location here, Border border, Runnable changed) {
        this(judges, here, border, Hearsay.NONE, (_, _) -> changed.run());
    }

    /** The same where other processes ask too, or judge by what is asked here. */
    public Watch(Collection<Judge> judges, Location here, Border border, Hearsay hearsay, Turning changed) {
        this.court = new Court(judges);
        for (var judge : judges) {
            var service = judge.standard().service();
            judge.standard().rules().forEach(rule -> services.put(rule.check(), service));
        }
        this.here = here;
        this.border = border;
        this.hearsay = hearsay;
        this.changed = changed;
    }

    /** From whichever location; the order of one check's observations from one location is kept. */
    public void observed(Observation observation) {
        if (!services.containsKey(observation.check())) {
            throw new IllegalArgumentException("check '%s' is not watched".formatted(observation.check()));
        }
        if (observation.location().equals(here)) {
            border.observed(observation, this::believed);
        } else {
            judged(List.of(observation));
        }
    }

    /** A canary that answered vouches for our own side. */
    public void canaryAnswered(Observation testimony) {
        border.canaryAnswered(testimony, this::believed);
    }

    /** What another process observed and vetted, of whichever location. */
    public void told(Observation observation) {
        judged(List.of(observation));
    }

    private void believed(List<Observation> vetted) {
        vetted.forEach(hearsay::believed);
        judged(vetted);
    }

    private void judged(List<Observation> believed) {
        for (var observation : believed) {
            var service = Optional.ofNullable(services.get(observation.check())).orElseThrow();
            if (court.isNews(service, one -> one.with(observation))) {
                changed.turned(service, observation);
            }
        }
    }

    /** Gives up what nothing vouched for in time. */
    public void expire(Instant now) {
        border.expire(now, this::believed);
    }

    /** When there will be something to give up, if nothing is observed before. */
    public Optional<Instant> expiry() {
        return border.expiry().map(at -> at.plusMillis(1));
    }

    /** Forgets what nothing confirmed for too long. */
    public void refresh(Instant now) {
        expire(now);
        var held = held();
        court.services().forEach(service -> court.isNews(service, one -> one.at(held.getOrDefault(service, now))));
        court.services().forEach(service -> muster.look(court.judge(service), now));
    }

    /** After the clock was moved, all that is known has to be confirmed once more. */
    public void startAnew(Instant now) {
        border.forget();
        court.services().forEach(service -> court.isNews(service, one -> one.anew(now)));
    }

    /** A service of which an observation is held back, or under way from another process, is known as it was then: silence it is not. */
    private Map<ServiceId, Instant> held() {
        var since = new HashMap<ServiceId, Instant>();
        border.held().forEach((check, at) -> note(since, check, at));
        hearsay.known().forEach((check, at) -> note(since, check, at));
        return since;
    }

    private void note(Map<ServiceId, Instant> since, CheckId check, Instant at) {
        var service = services.get(check);
        if (service != null) {
            since.merge(service, at, (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    /** How many services have a check that too few locations are heard from. */
    public long lackingLocations() {
        return muster.lacking();
    }

    /** Whether anything is vetted before it is believed. */
    public boolean isGuarded() {
        return border.isNeeded();
    }

    /** Those of them of which it has lasted so long that people should know. */
    public List<ServiceId> unheard() {
        return muster.unheard();
    }

    /** Whether nothing that could be reached before can be reached now. */
    public boolean ownSideFails() {
        return border.isFailing();
    }

    /** What each single service is known to be, and will be, for whoever looks at one after another. */
    public Lens lens() {
        return new Lens(court, this::held);
    }

    /** Of our own location these are asked here now, and those no more: what was held back of them is somebody else's to see. */
    public void asks(Set<CheckId> asked, Set<CheckId> gone) {
        border.asks(asked, gone);
    }

    /** On the services that are in trouble, and on these. */
    public Map<ServiceId, Verdict> verdicts(Set<ServiceId> concerned) {
        return court.verdicts(concerned);
    }

    public Map<ServiceId, Verdict> verdicts(Predicate<Verdict> wanted) {
        return court.verdicts(wanted);
    }

    /** All who judge, with what they know now. */
    public Map<ServiceId, Judge> judges() {
        return court.services().stream().collect(Collectors.toMap(service -> service, court::judge));
    }

    /** What each check of a service says, for operators. */
    public List<String> findings(ServiceId service) {
        return court.services().contains(service) ? court.judge(service).findings() : List.of();
    }

    public Situation.OwnSide ownSide() {
        return border.ownSide();
    }
}
