package dev.backonline.incident;

/** What was decided: an incident's new version, whose latest update is the news. */
public record Change(Incident incident) {
    /** The version that this one follows; 0 for an incident that is new. */
    public long expectedVersion() {
        return incident.version() - 1;
    }

    public Update update() {
        return incident.latest();
    }
}
