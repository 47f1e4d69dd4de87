package dev.backonline.incident;

import dev.backonline.incident.Restraint.Dismissal;
import java.util.List;

/**
 * What is told: an incident's new version, whose latest update is the news. {@code approved}: a person has seen it, so that no
 * channel asks again. {@code dismissed}: trouble that a person has spoken the last word on, although it may still be seen.
 */
public record Change(Incident incident, boolean approved, List<Dismissal> dismissed) implements Decision {
    public Change {
        dismissed = List.copyOf(dismissed);
    }

    /** Decided by the automation. */
    public Change(Incident incident) {
        this(incident, false, List.of());
    }

    /** The version that this one follows; 0 for an incident that is new. */
    public long expectedVersion() {
        return incident.version() - 1;
    }

    public Update update() {
        return incident.latest();
    }
}
