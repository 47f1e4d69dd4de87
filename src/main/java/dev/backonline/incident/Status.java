package dev.backonline.incident;

/** How far an incident has come; the names are Statuspage's, but the last. */
public enum Status {
    INVESTIGATING,
    IDENTIFIED,
    MONITORING,
    RESOLVED,
    /** A false alarm, as a person said. */
    WITHDRAWN;

    /** Whether it is over, one way or the other. */
    public boolean isOver() {
        return this == RESOLVED || this == WITHDRAWN;
    }
}
