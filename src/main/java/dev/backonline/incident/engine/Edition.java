package dev.backonline.incident.engine;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the next version of an incident: who is involved how, what is told, and when the next follow-up is due. Services that have left
 * the file leave the incident with it, and nothing is claimed of them.
 */
record Edition(Review review) {

    private Instant now() {
        return review.now();
    }

    private Publishing publishing() {
        return review.publishing();
    }

    Incident opened(IncidentId id, List<Verdict.Trouble> troubles) {
        var since =
                troubles.stream().map(Verdict::since).min(Instant::compareTo).orElseThrow();
        var services = with(List.of(), troubles);
        var promise = publishing().stillAfter(0);
        var problem = new Transition.Problem(troubledIn(services), promise);
        var update = new Update(1, now(), Status.INVESTIGATING, problem, why(troubles));
        return new Incident(
                id,
                1,
                update.status(),
                since,
                since,
                Optional.empty(),
                promise.map(now()::plus),
                services,
                List.of(update));
    }

    Incident relapsed(Incident incident, List<Verdict.Trouble> troubles) {
        var since =
                troubles.stream().map(Verdict::since).min(Instant::compareTo).orElseThrow();
        var services = with(kept(incident), troubles);
        var promise = publishing().stillAfter(0);
        var named = troubledIn(services);
        var transition = new Relapse(incident, publishing().reopenWithin()).comesAndGoes()
                ? new Transition.Intermittent(named, since, promise)
                : new Transition.Again(named, since, promise);
        return edited(incident, services, since, update(incident, Status.INVESTIGATING, transition, why(troubles)));
    }

    Incident worse(Incident incident, List<Verdict.Trouble> troubles) {
        var services = with(kept(incident), troubles);
        // Where all seemed to be over, there is something to look into once more.
        var status = incident.status() == Status.MONITORING ? Status.INVESTIGATING : incident.status();
        var worse = new Transition.Worse(troubledIn(services), promise(incident));
        return edited(incident, services, incident.onset(), update(incident, status, worse, why(troubles)));
    }

    Incident better(Incident incident, List<Verdict> improved) {
        var services = with(kept(incident), improved);
        var better = new Transition.Better(troubledIn(services), promise(incident));
        var why = improved.stream()
                .map(verdict -> verdict.service() + " better since " + verdict.since())
                .collect(Collectors.joining("; "));
        return edited(incident, services, incident.onset(), update(incident, incident.status(), better, why));
    }

    Incident still(Incident incident) {
        var services = kept(incident);
        var promise = publishing().stillAfter(incident.stills() + 1);
        var troubled = troubledIn(services);
        var named =
                troubled.isEmpty() ? services.stream().map(Involved::service).toList() : troubled;
        var still = new Transition.Still(named, promise);
        var update = update(incident, incident.status(), still, "follow-up due at " + now());
        return edited(incident, services, incident.onset(), update);
    }

    /** A promise that was made before stands. */
    Incident recovering(Incident incident) {
        var troubled = troubledIn(kept(incident));
        var named = troubled.isEmpty() ? review.present(incident) : troubled;
        var update = update(incident, Status.MONITORING, new Transition.Recovering(named), "every service is healthy");
        return new Incident(
                incident.id(),
                incident.version() + 1,
                update.status(),
                incident.startedAt(),
                incident.onset(),
                Optional.empty(),
                incident.nextStill(),
                recovered(incident, now()),
                appended(incident, update));
    }

    Incident resolved(Incident incident, Instant until) {
        var resolved = new Transition.Resolved(review.present(incident), until);
        var why = "every service is healthy since %s".formatted(until);
        var update = update(incident, Status.RESOLVED, resolved, why);
        return new Incident(
                incident.id(),
                incident.version() + 1,
                update.status(),
                incident.startedAt(),
                incident.onset(),
                Optional.of(now()),
                Optional.empty(),
                recovered(incident, until),
                appended(incident, update));
    }

    /** A promise counts from the news that makes it: any newer post keeps the older one. */
    private Incident edited(Incident incident, List<Involved> services, Instant onset, Update update) {
        return new Incident(
                incident.id(),
                incident.version() + 1,
                update.status(),
                incident.startedAt(),
                onset,
                Optional.empty(),
                update.transition().nextUpdate().map(now()::plus),
                services,
                appended(incident, update));
    }

    private Optional<Duration> promise(Incident incident) {
        return publishing().stillAfter(incident.stills());
    }

    private Update update(Incident incident, Status status, Transition transition, String why) {
        return new Update(incident.latest().number() + 1, now(), status, transition, why);
    }

    static List<Update> appended(Incident incident, Update update) {
        var updates = new ArrayList<>(incident.updates());
        updates.add(update);
        return updates;
    }

    private List<Involved> kept(Incident incident) {
        return incident.services().stream()
                .filter(one -> review.catalog().find(one.service()).isPresent())
                .toList();
    }

    private static List<Involved> with(List<Involved> told, List<? extends Verdict> news) {
        var services = new LinkedHashMap<ServiceId, Involved>();
        told.forEach(one -> services.put(one.service(), one));
        news.forEach(verdict -> verdict.state()
                .map(state -> new Involved(verdict.service(), state, verdict.since()))
                .ifPresent(now -> services.merge(
                        now.service(), now, (earlier, later) -> earlier.now(later.state(), later.since()))));
        return List.copyOf(services.values());
    }

    private List<Involved> recovered(Incident incident, Instant since) {
        return kept(incident).stream()
                .map(one -> one.state().isTrouble() ? one.now(ServiceState.OPERATIONAL, since) : one)
                .toList();
    }

    static List<ServiceId> troubledIn(List<Involved> services) {
        return services.stream()
                .filter(one -> one.state().isTrouble())
                .map(Involved::service)
                .toList();
    }

    private static String why(List<Verdict.Trouble> troubles) {
        return troubles.stream().map(Verdict.Trouble::reason).collect(Collectors.joining("; "));
    }
}
