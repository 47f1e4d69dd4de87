package dev.backonline.incident;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import java.time.Instant;

/** A service in an incident: the state that was last told of it, since when it is so, and the worst that was told. */
public record Involved(ServiceId service, ServiceState state, Instant since, ServiceState worst) {
    /** For the first time. */
    public Involved(ServiceId service, ServiceState state, Instant since) {
        this(service, state, since, state);
    }

    /** The same service, with what is told of it from this time on. */
    public Involved now(ServiceState told, Instant time) {
        return new Involved(service, told, time, worst.worst(told));
    }
}
