package dev.backonline.catalog;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Planned work on services, during which their failures are expected: from {@code start} until just before {@code end}. One of a
 * series that comes again and again is a maintenance of its own, with an id of its own. {@code title} and {@code detail} are public.
 */
public record Maintenance(
        MaintenanceId id,
        Translated title,
        Optional<Translated> detail,
        List<ServiceId> services,
        Instant start,
        Instant end,
        boolean cancelled) {
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
        return start.isBefore(now) ? new Maintenance(id, title, detail, services, start, now, cancelled) : calledOff();
    }

    /** The same, called off. */
    public Maintenance calledOff() {
        return new Maintenance(id, title, detail, services, start, end, true);
    }
}
