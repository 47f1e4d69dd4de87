package dev.backonline.page;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An incident as a test tells it, update by update. */
public final class Plot {
    private static final Optional<Duration> SOON = Optional.of(Duration.ofMinutes(20));

    private final IncidentId id;
    private final Instant start;
    private final ServiceState state;
    private final List<Update> updates = new ArrayList<>();
    private List<ServiceId> services;

    private Plot(String id, Instant start, ServiceState state, List<ServiceId> services) {
        this.id = new IncidentId(id);
        this.start = start;
        this.state = state;
        this.services = services;
    }

    public static Plot of(String id, Instant start, ServiceState state, ServiceId... services) {
        return new Plot(id, start, state, List.of(services)).told(1, new Transition.Problem(List.of(services), SOON));
    }

    public Plot still(int minute) {
        return told(minute, new Transition.Still(services, SOON));
    }

    public Plot worse(int minute, ServiceId... all) {
        services = List.of(all);
        return told(minute, new Transition.Worse(services, SOON));
    }

    public Plot recovering(int minute) {
        return told(minute, new Transition.Recovering(services));
    }

    public Incident over(int minute) {
        told(minute, new Transition.Resolved(services, at(minute - 1)));
        return incident(Status.RESOLVED, ServiceState.OPERATIONAL, Optional.of(at(minute)));
    }

    public Incident watched() {
        return incident(Status.MONITORING, ServiceState.OPERATIONAL, Optional.empty());
    }

    public Incident open() {
        return incident(Status.INVESTIGATING, state, Optional.empty());
    }

    private Incident incident(Status status, ServiceState told, Optional<Instant> resolved) {
        var involved = services.stream()
                .map(service -> new Involved(service, told, updates.getLast().at()))
                .toList();
        return new Incident(id, updates.size(), status, start, start, resolved, Optional.empty(), involved, updates);
    }

    private Plot told(int minute, Transition transition) {
        var status = switch (transition) {
            case Transition.Recovering _ -> Status.MONITORING;
            case Transition.Resolved _ -> Status.RESOLVED;
            default -> Status.INVESTIGATING;
        };
        updates.add(new Update(updates.size() + 1, at(minute), status, transition, "secret.internal.example: 503"));
        return this;
    }

    private Instant at(int minute) {
        return start.plus(Duration.ofMinutes(minute));
    }
}
