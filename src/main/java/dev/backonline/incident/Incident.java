package dev.backonline.incident;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One public trouble of one or several services, or what is told of one maintenance or (to operators only) of one alarm, at one version. {@code startedAt} is the first failing observation,
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
        if (updates.isEmpty() || (services.isEmpty() && !isAlarm(updates))) {
            throw new IllegalArgumentException("incident '%s' should have services and updates".formatted(id));
        }
    }

    private static boolean isAlarm(List<Update> updates) {
        return updates.getLast().transition() instanceof Transition.Alarmed;
    }

    /** Whether it is told of an alarm: nothing of it is for the public. */
    public boolean isAlarm() {
        return isAlarm(updates);
    }

    /** Whether it is trouble that the public is told of. */
    public boolean isTrouble() {
        return !isAlarm() && maintenance().isEmpty();
    }

    public boolean isOpen() {
        return !status.isOver();
    }

    public boolean isOverBefore(Instant time) {
        return resolvedAt.filter(end -> end.isBefore(time)).isPresent();
    }

    /** Whether a person's words have stopped the automation of it. */
    public boolean isInHands() {
        return updates.stream().anyMatch(update -> update.words().isPresent());
    }

    /** What is told of, if it is no trouble but a maintenance; as it was last told. */
    public Optional<Maintenance> maintenance() {
        return latest().transition() instanceof Transition.Staged staged
                ? Optional.of(staged.maintenance())
                : Optional.empty();
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

    /** When the trouble began that this update tells of: what comes and goes is one trouble since its first bout, whatever came between. */
    public Instant onsetAt(Update told) {
        return updates.reversed().stream()
                .filter(update -> update.number() <= told.number())
                .map(Update::transition)
                .filter(transition -> relapsedAt(transition).isPresent())
                .findFirst()
                .map(transition -> transition instanceof Transition.Again again ? again.since() : startedAt)
                .orElse(startedAt);
    }

    /** When the bout of trouble began that such a transition tells of; empty if it tells of no relapse. */
    private static Optional<Instant> relapsedAt(Transition transition) {
        return switch (transition) {
            case Transition.Again again -> Optional.of(again.since());
            case Transition.Intermittent intermittent -> Optional.of(intermittent.since());
            default -> Optional.empty();
        };
    }

    /** Of an alarm: since when it stood, or stands, that this update tells of. */
    public Instant onsetOf(Update told) {
        return updates.reversed().stream()
                .filter(update -> update.number() <= told.number())
                .filter(update -> update.transition() instanceof Transition.Alarmed alarmed && alarmed.stands())
                .map(Update::at)
                .findFirst()
                .orElse(startedAt);
    }

    /** Whether the present bout came back: the problem was told before, and it was not the first time that it is told. */
    public boolean isRelapsed() {
        return updates.stream()
                .anyMatch(update -> relapsedAt(update.transition()).isPresent());
    }

    /** Whether it was said to come and go, and has not been over since. */
    public boolean isIntermittent() {
        return isOpen()
                && updates.reversed().stream()
                        .takeWhile(update -> !update.status().isOver())
                        .anyMatch(update -> update.transition() instanceof Transition.Intermittent);
    }

    /** How many follow-ups were told since the present bout began. */
    public int stills() {
        var bout = updates.reversed().stream()
                .takeWhile(update -> relapsedAt(update.transition()).isEmpty())
                .toList();
        return (int) bout.stream()
                .filter(update -> update.transition() instanceof Transition.Still)
                .count();
    }
}
