package dev.backonline.incident;

import dev.backonline.catalog.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** When trouble becomes public, when it is over, and how often is told in between. */
public record Publishing(
        Duration problemAfter,
        Duration recoveredAfter,
        Duration reopenWithin,
        Duration joinWithin,
        List<Duration> stillEvery,
        Consent consent) {
    public Publishing {
        stillEvery = List.copyOf(stillEvery);
    }

    /** Nothing waits for a person. */
    public Publishing(
            Duration problemAfter,
            Duration recoveredAfter,
            Duration reopenWithin,
            Duration joinWithin,
            List<Duration> stillEvery) {
        this(problemAfter, recoveredAfter, reopenWithin, joinWithin, stillEvery, Consent.NONE_NEEDED);
    }

    /** Which claims wait for a person. */
    public enum Approval {
        NEVER,
        /** Those that tell of a major outage. */
        MAJOR,
        ALWAYS;

        public boolean asksFor(ServiceState worst) {
            return switch (this) {
                case NEVER -> false;
                case MAJOR -> worst == ServiceState.MAJOR_OUTAGE;
                case ALWAYS -> true;
            };
        }
    }

    /** What becomes of a claim that nobody has approved in time. */
    public enum Expired {
        SEND,
        DROP
    }

    /**
     * Which claims a person has to approve, how long there is for it, and what becomes of those that nobody looked at;
     * {@code everythingDown}: the share of all services that, failing within a minute, is more likely our own mistake.
     */
    public record Consent(Approval approve, Duration within, Expired expired, OptionalDouble everythingDown) {
        public static final Consent NONE_NEEDED =
                new Consent(Approval.NEVER, Duration.ofMinutes(15), Expired.DROP, OptionalDouble.empty());
    }

    /** How long until the follow-up after this many; empty once the cadence has backed off, since then only news is told. */
    public Optional<Duration> stillAfter(int stills) {
        if (stillEvery.size() == 1) {
            return Optional.of(stillEvery.getFirst());
        }
        return stills < stillEvery.size() - 1 ? Optional.of(stillEvery.get(stills)) : Optional.empty();
    }
}
