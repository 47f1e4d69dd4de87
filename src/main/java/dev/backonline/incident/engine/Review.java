package dev.backonline.incident.engine;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Restraint;
import dev.backonline.incident.Restraint.Dismissal;
import dev.backonline.incident.Situation;
import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The situation at one moment, with the questions that decisions ask of it. */
final class Review {
    private final Catalog catalog;
    private final Publishing publishing;
    private final Situation situation;
    private final Instant now;
    /** Asked for every troubled service, so gathered once. */
    private final Set<ServiceId> spokenOf;

    private final Map<ServiceId, Dismissal> dismissed;
    private final List<Verdict.Trouble> newlyTroubled;
    private final Joiners joiners;

    Review(Catalog catalog, Publishing publishing, Situation situation, Instant now) {
        this.catalog = catalog;
        this.publishing = publishing;
        this.situation = situation;
        this.now = now;
        this.spokenOf = situation.live().stream()
                .filter(Incident::isOpen)
                .flatMap(incident -> incident.all().stream())
                .collect(Collectors.toSet());
        this.dismissed = situation.restraint().dismissals().stream()
                .collect(Collectors.toMap(Dismissal::service, one -> one, (one, _) -> one));
        this.newlyTroubled = foundNewlyTroubled();
        this.joiners = new Joiners(catalog, publishing, situation.live(), newlyTroubled);
    }

    Catalog catalog() {
        return catalog;
    }

    Publishing publishing() {
        return publishing;
    }

    Situation situation() {
        return situation;
    }

    Restraint restraint() {
        return situation.restraint();
    }

    Instant now() {
        return now;
    }

    /** Troubled services that are in no open incident, the earliest first: in the same order whenever it is asked. */
    Stream<Verdict.Trouble> newlyTroubled() {
        return newlyTroubled.stream();
    }

    private List<Verdict.Trouble> foundNewlyTroubled() {
        return situation.verdicts().values().stream()
                .filter(Verdict.Trouble.class::isInstance)
                .map(Verdict.Trouble.class::cast)
                .filter(trouble -> catalog.find(trouble.service()).isPresent())
                .filter(trouble -> !spokenOf.contains(trouble.service()) && !isDismissed(trouble))
                .sorted(Comparator.comparing(Verdict::since).thenComparing(Verdict::service))
                .toList();
    }

    /** Whether a person has said that this is no news: until it is over, or worse than it was then. */
    boolean isDismissed(Verdict.Trouble trouble) {
        return Optional.ofNullable(dismissed.get(trouble.service()))
                .filter(one -> trouble.state()
                        .filter(state -> state.isWorseThan(one.state()))
                        .isEmpty())
                .isPresent();
    }

    /** Whether the trouble has lasted long enough to be told, and is surely not our own. */
    boolean isRipe(Verdict.Trouble trouble) {
        return !trouble.since().plus(publishing.problemAfter()).isAfter(now)
                && situation.ownSide().vouchesFor(trouble.confirmed());
    }

    /** Whether the service works, and has for so long. */
    boolean isWell(ServiceId service, Duration held) {
        return situation
                .verdict(service)
                .filter(Verdict.Healthy.class::isInstance)
                .filter(verdict -> !verdict.since().plus(held).isAfter(now))
                .isPresent();
    }

    /** The open incident that new trouble of this service belongs to; one that a person speaks for takes nobody in by itself. */
    Optional<Incident> joinable(ServiceId service) {
        return situation.trouble(service).flatMap(joiners::of);
    }

    /** The newly troubled services that belong to this open incident. */
    List<Verdict.Trouble> joining(Incident incident) {
        return joiners.to(incident);
    }

    /** The services of an incident that are still in the file. */
    List<ServiceId> present(Incident incident) {
        return incident.all().stream()
                .filter(service -> catalog.find(service).isPresent())
                .toList();
    }

    /** When the last of its services recovered; empty while one has not, or nobody knows, or none is left in the file. */
    Optional<Instant> recovery(Incident incident) {
        var present = present(incident);
        var healthy = present.stream()
                .flatMap(service -> situation.verdict(service).stream())
                .filter(Verdict.Healthy.class::isInstance)
                .map(Verdict::since)
                .toList();
        return healthy.size() < present.size()
                ? Optional.empty()
                : healthy.stream().max(Comparator.naturalOrder());
    }
}
