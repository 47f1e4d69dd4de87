package dev.backonline.incident;

/** How far an incident has come, or a maintenance; the names are Statuspage's, but those of what was withdrawn or called off. */
public enum Status {
    INVESTIGATING,
    IDENTIFIED,
    MONITORING,
    RESOLVED,
    /** A false alarm, as a person said. */
    WITHDRAWN,
    /** A maintenance is planned. */
    SCHEDULED,
    IN_PROGRESS,
    COMPLETED,
    /** A maintenance was called off. */
    CANCELLED;

    /** Whether it is over, one way or the other. */
    public boolean isOver() {
        return this == RESOLVED || this == WITHDRAWN || this == COMPLETED || this == CANCELLED;
    }
}
