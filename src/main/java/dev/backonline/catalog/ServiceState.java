package dev.backonline.catalog;

/** What the public is told of a service, from best to worst; the names are Statuspage's. */
public enum ServiceState {
    OPERATIONAL,
    UNDER_MAINTENANCE,
    DEGRADED_PERFORMANCE,
    PARTIAL_OUTAGE,
    MAJOR_OUTAGE;

    public boolean isTrouble() {
        return compareTo(DEGRADED_PERFORMANCE) >= 0;
    }

    public boolean isWorseThan(ServiceState other) {
        return compareTo(other) > 0;
    }

    public ServiceState worst(ServiceState other) {
        return isWorseThan(other) ? this : other;
    }
}
