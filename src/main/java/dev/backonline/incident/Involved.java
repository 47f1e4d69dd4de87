package dev.backonline.incident;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import java.time.Instant;

/** A service in an incident: the state that was last told of it, and since when it is so. */
public record Involved(ServiceId service, ServiceState state, Instant since) {}
