package dev.backonline.incident;

import dev.backonline.catalog.ServiceId;
import dev.backonline.verdict.Verdict;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a decision is made upon: the live incidents, the verdicts on the services that are in trouble or in one of them, and our
 * own side, and what holds decisions back.
 */
public record Situation(List<Incident> live, Map<ServiceId, Verdict> verdicts, OwnSide ownSide, Restraint restraint) {
    public Situation {
        live = List.copyOf(live);
        verdicts = Map.copyOf(verdicts);
    }

    /** Nothing holds decisions back. */
    public Situation(List<Incident> live, Map<ServiceId, Verdict> verdicts, OwnSide ownSide) {
        this(live, verdicts, ownSide, Restraint.NONE);
    }

    /** The services that decisions are about whatever their verdict is. */
    public Set<ServiceId> concerned() {
        var concerned = new HashSet<ServiceId>();
        live.forEach(incident -> concerned.addAll(incident.all()));
        restraint.drafts().forEach(draft -> concerned.addAll(draft.services()));
        restraint.dismissals().forEach(dismissal -> concerned.add(dismissal.service()));
        return concerned;
    }

    /** Whether nothing fails, nothing is open and nothing waits: then there is nothing to decide, now or later. */
    public boolean isCalm() {
        return restraint.equals(Restraint.NONE)
                && live.stream().noneMatch(Incident::isOpen)
                && verdicts.values().stream().noneMatch(Verdict.Trouble.class::isInstance);
    }

    /** The same where our own side is well. */
    public Situation trusting() {
        return new Situation(live, verdicts, new Unwatched(), restraint);
    }

    public Optional<Verdict> verdict(ServiceId service) {
        return Optional.ofNullable(verdicts.get(service));
    }

    public Optional<Verdict.Trouble> trouble(ServiceId service) {
        return verdict(service).filter(Verdict.Trouble.class::isInstance).map(Verdict.Trouble.class::cast);
    }

    /** What our own connection was last known to do. */
    public sealed interface OwnSide {
        /** Whether an observation of this time can be blamed on the service. */
        boolean vouchesFor(Instant observed);
    }

    /** No canaries are watched: every observation is taken at its word. */
    public record Unwatched() implements OwnSide {
        @Override
        public boolean vouchesFor(Instant observed) {
            return true;
        }
    }

    /** Canaries are watched: only what one of them outlived is believed. */
    public record Watched(Optional<Instant> lastSuccess) implements OwnSide {
        @Override
        public boolean vouchesFor(Instant observed) {
            return lastSuccess.filter(success -> success.isAfter(observed)).isPresent();
        }
    }
}
