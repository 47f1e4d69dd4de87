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

/** Makes the next version of an incident: who is involved how, what is told, and when the next follow-up is due. */
record Edition(Publishing publishing, Instant now) {

    Incident opened(IncidentId id, List<Verdict.Trouble> troubles) {
        var since =
                troubles.stream().map(Verdict::since).min(Instant::compareTo).orElseThrow();
        var services = with(List.of(), troubles);
        var promise = publishing.stillAfter(0);
        var problem = new Transition.Problem(troubledIn(services), promise);
        var update = new Update(1, now, Status.INVESTIGATING, problem, why(troubles));
        return new Incident(
                id,
                1,
                update.status(),
                since,
                since,
                Optional.empty(),
                promise.map(now::plus),
                services,
                List.of(update));
    }

    Incident again(Incident incident, List<Verdict.Trouble> troubles) {
        var since =
                troubles.stream().map(Verdict::since).min(Instant::compareTo).orElseThrow();
        var services = with(incident.services(), troubles);
        var promise = publishing.stillAfter(0);
        var again = new Transition.Again(troubledIn(services), since, promise);
        return edited(incident, services, since, update(incident, Status.INVESTIGATING, again, why(troubles)));
    }

    Incident worse(Incident incident, List<Verdict.Trouble> troubles) {
        var services = with(incident.services(), troubles);
        var worse = new Transition.Worse(troubledIn(services), promise(incident));
        return edited(incident, services, incident.onset(), update(incident, incident.status(), worse, why(troubles)));
    }

    Incident better(Incident incident, List<Verdict> improved) {
        var services = with(incident.services(), improved);
        var better = new Transition.Better(troubledIn(services), promise(incident));
        var why = improved.stream()
                .map(verdict -> verdict.service() + " better since " + verdict.since())
                .collect(Collectors.joining("; "));
        return edited(incident, services, incident.onset(), update(incident, incident.status(), better, why));
    }

    Incident still(Incident incident) {
        var promise = publishing.stillAfter(incident.stills() + 1);
        var still = new Transition.Still(namedIn(incident), promise);
        var update = update(incident, incident.status(), still, "follow-up due at " + now);
        return edited(incident, incident.services(), incident.onset(), update);
    }

    Incident recovering(Incident incident) {
        var services = recovered(incident, now);
        var recovering = new Transition.Recovering(namedIn(incident));
        var update = update(incident, Status.MONITORING, recovering, "every service is healthy");
        return new Incident(
                incident.id(),
                incident.version() + 1,
                update.status(),
                incident.startedAt(),
                incident.onset(),
                Optional.empty(),
                incident.nextStill(),
                services,
                appended(incident, update));
    }

    Incident resolved(Incident incident, Instant until) {
        var resolved = new Transition.Resolved(incident.all(), until);
        var why = "every service is healthy since %s".formatted(until);
        var update = update(incident, Status.RESOLVED, resolved, why);
        return new Incident(
                incident.id(),
                incident.version() + 1,
                update.status(),
                incident.startedAt(),
                incident.onset(),
                Optional.of(now),
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
                update.transition().nextUpdate().map(now::plus),
                services,
                appended(incident, update));
    }

    private Optional<Duration> promise(Incident incident) {
        return publishing.stillAfter(incident.stills());
    }

    private Update update(Incident incident, Status status, Transition transition, String why) {
        return new Update(incident.latest().number() + 1, now, status, transition, why);
    }

    private static List<Update> appended(Incident incident, Update update) {
        var updates = new ArrayList<>(incident.updates());
        updates.add(update);
        return updates;
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

    private static List<Involved> recovered(Incident incident, Instant since) {
        return incident.services().stream()
                .map(one -> one.state().isTrouble() ? one.now(ServiceState.OPERATIONAL, since) : one)
                .toList();
    }

    private static List<ServiceId> troubledIn(List<Involved> services) {
        return services.stream()
                .filter(one -> one.state().isTrouble())
                .map(Involved::service)
                .toList();
    }

    private static List<ServiceId> namedIn(Incident incident) {
        var troubled = incident.troubled();
        return troubled.isEmpty() ? incident.all() : troubled;
    }

    private static String why(List<Verdict.Trouble> troubles) {
        return troubles.stream().map(Verdict.Trouble::reason).collect(Collectors.joining("; "));
    }
}
