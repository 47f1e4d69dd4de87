package dev.backonline.incident.alarm;

import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was told of alarms, and when somebody last saw each of them stand. Blocks on the database; throws when that is away. */
public interface AlarmBook {
    /** Those that are not over. */
    List<Standing> standing();

    /** What was told last of the alarm with this key, over or not. */
    Optional<Incident> last(String key);

    /** They stand at this time: another process does not take them for over because it cannot see it itself. */
    void seen(List<IncidentId> stories, Instant now);

    /** What is told of an alarm that stands, and when a process last saw it. */
    record Standing(Incident story, Instant seen) {}
}
