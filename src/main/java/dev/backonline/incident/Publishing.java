package dev.backonline.incident;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When trouble becomes public, when it is over, and how often is told in between. {@code rounds}: how far apart the answers are by
 * which a service is judged, where that is known.
 */
public record Publishing(
        Duration problemAfter,
        Duration recoveredAfter,
        Duration reopenWithin,
        Duration joinWithin,
        List<Duration> stillEvery,
        Consent consent,
        Map<ServiceId, Duration> rounds) {
    public Publishing {
        stillEvery = List.copyOf(stillEvery);
        rounds = Map.copyOf(rounds);
    }

    /** Where it is not known how often services are asked. */
    public Publishing(
            Duration problemAfter,
            Duration recoveredAfter,
            Duration reopenWithin,
            Duration joinWithin,
            List<Duration> stillEvery,
            Consent consent) {
        this(problemAfter, recoveredAfter, reopenWithin, joinWithin, stillEvery, consent, Map.of());
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

    /** The same where services are asked so often. */
    public Publishing asked(Map<ServiceId, Duration> every) {
        return new Publishing(problemAfter, recoveredAfter, reopenWithin, joinWithin, stillEvery, consent, every);
    }

    /** The same where nobody has to approve anything. */
    public Publishing unattended() {
        return new Publishing(
                problemAfter, recoveredAfter, reopenWithin, joinWithin, stillEvery, Consent.NONE_NEEDED, rounds);
    }

    /** How much later this service may be seen to fail than the first one, at one moment's trouble: a whole round at least. */
    public Duration joinWithin(ServiceId service) {
        return longer(joinWithin, rounds.getOrDefault(service, Duration.ZERO));
    }

    /**
     * How long news is gathered, so that what one moment did to these is told once: until the quickest of them has been asked once
     * more, but not for longer than a relapse would count.
     */
    public Duration gathering(Collection<ServiceId> services) {
        var round = services.stream().map(this::joinWithin).min(Comparator.naturalOrder());
        return longer(
                joinWithin, round.filter(one -> one.compareTo(reopenWithin) < 0).orElse(reopenWithin));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
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
