package dev.backonline.incident;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One public trouble of one or several services, at one version. {@code startedAt} is the first failing observation,
 * {@code onset} that of the present bout (later than {@code startedAt} once the trouble came back), {@code nextStill} when a
 * follow-up is due.
 */
public record Incident(
        IncidentId id,
        long version,
        Status status,
        Instant startedAt,
        Instant onset,
        Optional<Instant> resolvedAt,
        Optional<Instant> nextStill,
        List<Involved> services,
        List<Update> updates) {
    public Incident {
        services = List.copyOf(services);
        updates = List.copyOf(updates);
        if (updates.isEmpty() || services.isEmpty()) {
            throw new IllegalArgumentException("incident '%s' should have services and updates".formatted(id));
        }
    }

    public boolean isOpen() {
        return status != Status.RESOLVED;
    }

    public Update latest() {
        return updates.getLast();
    }

    public Instant publishedAt() {
        return updates.getFirst().at();
    }

    public Optional<Involved> involved(ServiceId service) {
        return services.stream().filter(one -> one.service().equals(service)).findFirst();
    }

    /** The services whose told state is trouble. */
    public List<ServiceId> troubled() {
        return services.stream()
                .filter(one -> one.state().isTrouble())
                .map(Involved::service)
                .toList();
    }

    /** Every service that had a part in it. */
    public List<ServiceId> all() {
        return services.stream().map(Involved::service).toList();
    }

    /** The worst state that is told now. */
    public ServiceState state() {
        return services.stream().map(Involved::state).reduce(ServiceState.OPERATIONAL, ServiceState::worst);
    }

    /** The worst state that was ever told in it. */
    public ServiceState worst() {
        return services.stream().map(Involved::worst).reduce(ServiceState.OPERATIONAL, ServiceState::worst);
    }

    /** When the bout of trouble began that this update tells of. */
    public Instant onsetAt(Update told) {
        return updates.reversed().stream()
                .filter(update -> update.number() <= told.number())
                .map(Update::transition)
                .filter(Transition.Again.class::isInstance)
                .map(again -> ((Transition.Again) again).since())
                .findFirst()
                .orElse(startedAt);
    }

    /** How many follow-ups were told since the present bout began. */
    public int stills() {
        var bout = updates.reversed().stream()
                .takeWhile(update -> !(update.transition() instanceof Transition.Again))
                .toList();
        return (int) bout.stream()
                .filter(update -> update.transition() instanceof Transition.Still)
                .count();
    }
}
