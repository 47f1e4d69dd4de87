package dev.backonline.incident.engine;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Change;
import dev.backonline.incident.Command;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A person speaks of an incident, or opens one. From then on nobody but people speaks for it. */
record Spoken(Review review, Speech speech, String by) {

    Hearing posted(Command.Post post, Optional<Incident> named, Supplier<IncidentId> ids) {
        return flaw(post, named)
                .<Hearing>map(flaw -> new Hearing.Refused(flaw + "; nothing was done"))
                .orElseGet(() ->
                        named.map(incident -> continued(incident, post)).orElseGet(() -> opened(ids.get(), post)));
    }

    private Optional<String> flaw(Command.Post post, Optional<Incident> named) {
        return Stream.<Supplier<Optional<String>>>of(
                        () -> post.incident().filter(_ -> named.isEmpty()).map("there is no incident '%s'"::formatted),
                        () -> named.flatMap(Spoken::closed),
                        () -> post.status()
                                .filter(Status::isOver)
                                .map(_ -> "a post does not end an incident: resolve or correct it"),
                        () -> unknown(post.services()),
                        () -> taken(post.services(), named),
                        () -> named.isPresent() ? silent() : unopenable(post),
                        () -> speech.flaw().map(flaw -> flaw.replace("; nothing was done", "")))
                .flatMap(flaw -> flaw.get().stream())
                .findFirst();
    }

    private static Optional<String> closed(Incident incident) {
        return incident.isOpen()
                ? Optional.empty()
                : Optional.of("incident '%s' is over: correct it, or post without its id".formatted(incident.id()));
    }

    private Optional<String> unknown(List<ServiceId> services) {
        return services.stream()
                .filter(service -> review.catalog().find(service).isEmpty())
                .findFirst()
                .map("the file names no service '%s'"::formatted);
    }

    private Optional<String> taken(List<ServiceId> services, Optional<Incident> named) {
        return review.situation().live().stream()
                .filter(incident -> incident.isOpen()
                        && named.filter(one -> one.id().equals(incident.id())).isEmpty())
                .flatMap(incident -> incident.all().stream()
                        .filter(services::contains)
                        .map(service ->
                                "service '%s' is in incident '%s': post to that one".formatted(service, incident.id())))
                .findFirst();
    }

    private Optional<String> silent() {
        return speech.texts().isEmpty() ? Optional.of("a post should have a text") : Optional.empty();
    }

    private static Optional<String> unopenable(Command.Post post) {
        if (post.services().isEmpty()) {
            return Optional.of("a new incident should name at least one service");
        }
        return post.state().filter(ServiceState::isTrouble).isPresent()
                ? Optional.empty()
                : Optional.of("a new incident should have a state that is trouble:"
                        + " degraded_performance, partial_outage or major_outage");
    }

    private Hearing opened(IncidentId id, Command.Post post) {
        var state = post.state().orElseThrow();
        var since = post.services().stream()
                .flatMap(service -> review.situation().trouble(service).stream())
                .map(Verdict::since)
                .min(Instant::compareTo)
                .orElse(review.now());
        var services = post.services().stream()
                .distinct()
                .map(service -> new Involved(service, state, since))
                .toList();
        var problem = new Transition.Problem(Edition.troubledIn(services), Optional.empty());
        var update =
                new Update(1, review.now(), post.status().orElse(Status.INVESTIGATING), problem, "by hand", words());
        var incident = new Incident(
                id, 1, update.status(), since, since, Optional.empty(), reminder(), services, List.of(update));
        return granted(incident);
    }

    private Hearing continued(Incident before, Command.Post post) {
        var services = services(before, post);
        var troubled = Edition.troubledIn(services);
        var named =
                troubled.isEmpty() ? services.stream().map(Involved::service).toList() : troubled;
        var update = new Update(
                before.latest().number() + 1,
                review.now(),
                post.status().orElse(before.status()),
                new Transition.Note(named, Optional.empty()),
                "by hand",
                words());
        return granted(new Incident(
                before.id(),
                before.version() + 1,
                update.status(),
                before.startedAt(),
                before.onset(),
                Optional.empty(),
                reminder(),
                services,
                Edition.appended(before, update)));
    }

    private Hearing granted(Incident incident) {
        var notes = new ArrayList<>(speech.notes());
        notes.add("from now on only people speak for incident '%s'; you are reminded when news is due"
                .formatted(incident.id()));
        return new Hearing.Granted(new Change(incident, true, List.of()), notes);
    }

    /** Those named get the state that is given; without names, those that are told to be in trouble. */
    private List<Involved> services(Incident before, Command.Post post) {
        var services = new LinkedHashMap<ServiceId, Involved>();
        before.services().forEach(one -> services.put(one.service(), one));
        var meant = post.services().isEmpty() ? before.troubled() : post.services();
        meant.forEach(service -> services.compute(service, (id, told) -> {
            var state = post.state().orElse(told == null ? ServiceState.DEGRADED_PERFORMANCE : told.state());
            if (told == null) {
                return new Involved(id, state, review.now());
            }
            return told.state() == state ? told : told.now(state, review.now());
        }));
        return List.copyOf(services.values());
    }

    private Optional<Update.Words> words() {
        return Optional.of(new Update.Words(by, speech.text()));
    }

    /** A person's post promises nothing to the public; the person is reminded as if it did. */
    private Optional<Instant> reminder() {
        return review.publishing().stillAfter(0).map(review.now()::plus);
    }
}
