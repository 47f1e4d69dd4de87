package dev.backonline.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All incidents that were recorded, their times to the millisecond, and beside them what was told of maintenances. Reads only; blocks
 * on the database.
 */
public interface IncidentBook {
    /** One of either. */
    Optional<Incident> find(IncidentId id);

    /** Those that are open, and those that were resolved at this time or later: what the engine decides upon. The newest first. */
    List<Incident> live(Instant resolvedSince);

    /** The newest first. */
    List<Incident> newest(int most);

    /** What is told of maintenances that are planned or under way. The newest first. */
    List<Incident> maintenances();
}
