package dev.backonline.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Planned work on services, during which their failures are expected: from {@code start} until just before {@code end}. One of a
 * series that comes again and again is a maintenance of its own, with an id of its own. {@code title} and {@code detail} are public.
 * {@code ahead} is how long before its start people are told of it; empty: they are told nothing of it.
 */
public record Maintenance(
        MaintenanceId id,
        Translated title,
        Optional<Translated> detail,
        List<ServiceId> services,
        Instant start,
        Instant end,
        boolean cancelled,
        Optional<Duration> ahead) {
    /** Ours: time enough to do what cannot be done meanwhile, and not so much that it is forgotten. */
    public static final Duration DAY_AHEAD = Duration.ofDays(1);
    /** Ours: the order in which they are shown. */
    public static final Comparator<Maintenance> IN_ORDER =
            Comparator.comparing(Maintenance::start).thenComparing(Maintenance::id);

    public Maintenance {
        services = List.copyOf(services);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("maintenance '%s' should name at least one service".formatted(id));
        }
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("maintenance '%s' should end after it starts".formatted(id));
        }
    }

    /** People are told a day ahead. */
    public Maintenance(
            MaintenanceId id,
            Translated title,
            Optional<Translated> detail,
            List<ServiceId> services,
            Instant start,
            Instant end,
            boolean cancelled) {
        this(id, title, detail, services, start, end, cancelled, Optional.of(DAY_AHEAD));
    }

    /** How far a maintenance has come; the names are Statuspage's, but for the last, which it has not. */
    public enum Stage {
        SCHEDULED,
        IN_PROGRESS,
        COMPLETED,
        CANCELLED
    }

    /** How far it has come at this time. */
    public Stage stage(Instant now) {
        if (cancelled) {
            return Stage.CANCELLED;
        }
        if (now.isBefore(start)) {
            return Stage.SCHEDULED;
        }
        return now.isBefore(end) ? Stage.IN_PROGRESS : Stage.COMPLETED;
    }

    /** Whether it explains a failure of this service at this time. */
    public boolean covers(ServiceId service, Instant time) {
        return stage(time) == Stage.IN_PROGRESS && services.contains(service);
    }

    /** The same, ended now: called off if it has not begun, so that what is in trouble then counts from now on. */
    public Maintenance endedAt(Instant now) {
        return start.isBefore(now)
                ? new Maintenance(id, title, detail, services, start, now, cancelled, ahead)
                : calledOff();
    }

    /** The same, called off. */
    public Maintenance calledOff() {
        return new Maintenance(id, title, detail, services, start, end, true, ahead);
    }
}
