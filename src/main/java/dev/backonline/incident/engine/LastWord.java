package dev.backonline.incident.engine;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Restraint.Dismissal;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person's last word on an incident: it is over, or it never was. What is still seen of it is no news from then on. */
record LastWord(Review review, Speech speech, String by) {

    Hearing resolved(Incident incident) {
        if (!incident.isOpen()) {
            return refused(incident);
        }
        var until = review.recovery(incident).orElse(review.now());
        var resolved = new Transition.Resolved(incident.all(), until);
        return speech.flaw()
                .<Hearing>map(Hearing.Refused::new)
                .orElseGet(() -> granted(incident, Status.RESOLVED, resolved, until));
    }

    Hearing corrected(Incident incident) {
        if (incident.status() == Status.WITHDRAWN) {
            return refused(incident);
        }
        var correction = new Transition.Correction(incident.all());
        return speech.flaw()
                .<Hearing>map(Hearing.Refused::new)
                .orElseGet(() -> granted(incident, Status.WITHDRAWN, correction, review.now()));
    }

    private static Hearing refused(Incident incident) {
        return new Hearing.Refused(
                incident.status() == Status.WITHDRAWN
                        ? "incident '%s' was withdrawn, which is its last word; nothing was done"
                                .formatted(incident.id())
                        : "incident '%s' is resolved; correct it, or post without its id; nothing was done"
                                .formatted(incident.id()));
    }

    private Hearing granted(Incident incident, Status status, Transition transition, Instant until) {
        var words = new Update.Words(by, speech.text());
        var update = new Update(
                incident.latest().number() + 1, review.now(), status, transition, "by hand", Optional.of(words));
        var over = new Incident(
                incident.id(),
                incident.version() + 1,
                status,
                incident.startedAt(),
                incident.onset(),
                Optional.of(incident.resolvedAt().orElse(review.now())),
                Optional.empty(),
                incident.services().stream()
                        .map(one -> one.state().isTrouble() ? one.now(ServiceState.OPERATIONAL, until) : one)
                        .toList(),
                Edition.appended(incident, update));
        var dismissed = stillSeen(incident);
        var notes = new ArrayList<>(speech.notes());
        dismissed.forEach(one -> notes.add(
                "%s is still seen in trouble: that is no news until it is over, or worse".formatted(one.service())));
        return new Hearing.Granted(new Change(over, true, dismissed), notes);
    }

    private List<Dismissal> stillSeen(Incident incident) {
        return incident.services().stream()
                .map(Involved::service)
                .flatMap(
                        service -> state(service)
                                .map(state -> new Dismissal(service, state, review.now(), "last word by " + by))
                                .stream())
                .toList();
    }

    private Optional<ServiceState> state(ServiceId service) {
        return review.situation()
                .verdict(service)
                .flatMap(verdict -> verdict.state().filter(ServiceState::isTrouble));
    }
}
