package dev.backonline.incident;

/** How far an incident has come; the names are Statuspage's. */
public enum Status {
    INVESTIGATING,
    IDENTIFIED,
    MONITORING,
    RESOLVED
}
