package dev.backonline.incident.engine;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Situation;
import dev.backonline.verdict.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The situation at one moment, with the questions that decisions ask of it. */
record Review(Catalog catalog, Publishing publishing, Situation situation, Instant now) {

    /** Troubled services that are in no open incident, the earliest first: in the same order whenever it is asked. */
    Stream<Verdict.Trouble> newlyTroubled() {
        return situation.verdicts().values().stream()
                .filter(Verdict.Trouble.class::isInstance)
                .map(Verdict.Trouble.class::cast)
                .filter(trouble -> catalog.find(trouble.service()).isPresent())
                .filter(trouble -> !situation.isInOpenIncident(trouble.service()))
                .sorted(Comparator.comparing(Verdict::since).thenComparing(Verdict::service));
    }

    /** Whether the trouble has lasted long enough to be told, and is surely not our own. */
    boolean isRipe(Verdict.Trouble trouble) {
        return !trouble.since().plus(publishing.problemAfter()).isAfter(now)
                && situation.ownSide().vouchesFor(trouble.confirmed());
    }

    /** The open incident that new trouble of this service belongs to. */
    Optional<Incident> joinable(ServiceId service) {
        return situation.live().stream()
                .filter(Incident::isOpen)
                .filter(incident -> situation
                        .trouble(service)
                        .filter(trouble -> joins(trouble, incident))
                        .isPresent())
                .findFirst();
    }

    /** A service of the same group joins within {@code join-within} of the first failure; one that depends on it, at any time. */
    boolean joins(Verdict.Trouble trouble, Incident incident) {
        return incident.all().stream()
                .anyMatch(member -> catalog.dependsOn(trouble.service(), member)
                        || (catalog.sameGroup(member, trouble.service())
                                && !trouble.since().isAfter(joinEnd(incident))));
    }

    Instant joinEnd(Incident incident) {
        return incident.onset().plus(publishing.joinWithin());
    }
}
