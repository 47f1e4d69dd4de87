package dev.backonline.verdict;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import java.time.Instant;
import java.util.Optional;

/** What the newest observations of a service together mean; {@code since} is the first observation that says so. */
public sealed interface Verdict {
    ServiceId service();

    Instant since();

    /** What may be told of it; empty while nothing is known. */
    Optional<ServiceState> state();

    /** So many checks succeed that the others make no trouble. */
    record Healthy(ServiceId service, Instant since) implements Verdict {
        @Override
        public Optional<ServiceState> state() {
            return Optional.of(ServiceState.OPERATIONAL);
        }
    }

    /** As many checks as make trouble are slow or failing, fewer are failing; {@code confirmed} is the newest observation of it, which a canary has to outlive. */
    record Degraded(ServiceId service, Instant since, Instant confirmed, String reason) implements Trouble {
        @Override
        public Optional<ServiceState> state() {
            return Optional.of(ServiceState.DEGRADED_PERFORMANCE);
        }

        @Override
        public Degraded retold(Instant since, String reason) {
            return new Degraded(service, since, confirmed, reason);
        }
    }

    /** As many checks fail as make trouble: one, if nothing else is said. */
    record Failing(ServiceId service, ServiceState impact, Instant since, Instant confirmed, String reason)
            implements Trouble {
        @Override
        public Optional<ServiceState> state() {
            return Optional.of(impact);
        }

        @Override
        public Failing retold(Instant since, String reason) {
            return new Failing(service, impact, since, confirmed, reason);
        }
    }

    /** Too little was observed to say anything. */
    record Unknown(ServiceId service, Instant since, String reason) implements Verdict {
        @Override
        public Optional<ServiceState> state() {
            return Optional.empty();
        }
    }

    /** A verdict that an incident may come of. */
    sealed interface Trouble extends Verdict permits Degraded, Failing {
        /** The newest observation that says so. */
        Instant confirmed();

        String reason();

        /** The same, dated and explained otherwise. */
        Trouble retold(Instant since, String reason);
    }
}
