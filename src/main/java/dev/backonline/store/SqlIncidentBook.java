package dev.backonline.store;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentBook;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Update;
import dev.backonline.incident.alarm.AlarmBook;
import dev.backonline.store.Session.Row;
import dev.backonline.store.SqlLedger.AlarmRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads incidents from their three tables. */
final class SqlIncidentBook implements IncidentBook, AlarmBook {
    private static final String COLUMNS = "id, version, status, started_at, onset, resolved_at, next_still_at, alarm";
    private static final String FOUND = "id = ?";
    /** What is told of maintenances and alarms is beside the incidents; see {@link Status} and {@link AlarmRows#STATUS}. */
    private static final String NO_MAINTENANCE = "status NOT IN ('scheduled', 'in_progress', 'completed', 'cancelled')";

    private static final String LIVE = "(resolved_at IS NULL OR resolved_at >= ?) AND " + NO_MAINTENANCE;
    private static final String NEWEST = """
            id IN (SELECT id FROM incident WHERE %s ORDER BY published_at DESC, started_at DESC, id LIMIT ?)""".formatted(NO_MAINTENANCE);
    private static final String PLANNED = "status IN ('scheduled', 'in_progress')";
    private static final String STANDING = "alarm IS NOT NULL AND resolved_at IS NULL";
    private static final String SEEN = "SELECT id, seen_at FROM incident WHERE " + STANDING;
    private static final String LAST =
            "id = (SELECT id FROM incident WHERE alarm = ? ORDER BY published_at DESC, started_at DESC, id LIMIT 1)";

    private final Database database;

    SqlIncidentBook(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Incident> find(IncidentId id) {
        return all(FOUND, id).stream().findFirst();
    }

    @Override
    public List<Incident> live(Instant resolvedSince) {
        return all(LIVE, resolvedSince);
    }

    @Override
    public List<Incident> newest(int most) {
        return all(NEWEST, most);
    }

    @Override
    public List<Incident> maintenances() {
        return all(PLANNED);
    }

    @Override
    public List<Standing> standing() {
        return database.snapshot(session -> {
            var seen = session.rows(SEEN, row -> Map.entry(row.text("id"), row.time("seen_at"))).stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            return all(session, STANDING).stream()
                    .map(story -> new Standing(
                            story,
                            seen.getOrDefault(story.id().value(), story.latest().at())))
                    .toList();
        });
    }

    @Override
    public Optional<Incident> last(String key) {
        return all(LAST, key).stream().findFirst();
    }

    @Override
    public void seen(List<IncidentId> stories, Instant now) {
        database.write(session -> {
            for (var story : stories) {
                session.update("UPDATE incident SET seen_at = ? WHERE id = ? AND seen_at < ?", now, story, now);
            }
            return stories.size();
        });
    }

    private List<Incident> all(String condition, Object... value) {
        return database.snapshot(session -> all(session, condition, value));
    }

    private static List<Incident> all(Session session, String condition, Object... value) throws SQLException {
        var parts = new Parts(involved(session, condition, value), updates(session, condition, value));
        return session.rows(
                "SELECT %s FROM incident WHERE %s ORDER BY published_at DESC, started_at DESC, id"
                        .formatted(COLUMNS, condition),
                parts::incident,
                value);
    }

    private static Map<String, List<Involved>> involved(Session session, String condition, Object... value)
            throws SQLException {
        return grouped(session.rows(
                "SELECT incident, service, state, since, worst FROM incident_service WHERE %s ORDER BY incident, position"
                        .formatted(of(condition)),
                row -> Map.entry(row.text("incident"), involved(row)),
                value));
    }

    private static Map<String, List<Update>> updates(Session session, String condition, Object... value)
            throws SQLException {
        return grouped(session.rows(
                "SELECT %s FROM incident_update WHERE %s ORDER BY incident, number"
                        .formatted(UpdateRows.COLUMNS, of(condition)),
                row -> Map.entry(row.text("incident"), UpdateRows.read(row)),
                value));
    }

    private static String of(String condition) {
        return "incident IN (SELECT id FROM incident WHERE %s)".formatted(condition);
    }

    private static <T> Map<String, List<T>> grouped(List<Map.Entry<String, T>> parts) {
        return parts.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Involved involved(Row row) throws SQLException {
        return new Involved(
                new ServiceId(row.text("service")),
                row.one(ServiceState.class, "state"),
                row.time("since"),
                row.one(ServiceState.class, "worst"));
    }

    /** What belongs to each of the incidents, by its id. */
    private record Parts(Map<String, List<Involved>> services, Map<String, List<Update>> updates) {
        Incident incident(Row row) throws SQLException {
            var id = row.text("id");
            return new Incident(
                    new IncidentId(id),
                    row.number("version"),
                    row.maybeText("alarm").isPresent() ? AlarmRows.status(row) : row.one(Status.class, "status"),
                    row.time("started_at"),
                    row.time("onset"),
                    row.maybeTime("resolved_at"),
                    row.maybeTime("next_still_at"),
                    services.getOrDefault(id, List.of()),
                    updates.getOrDefault(id, List.of()));
        }
    }
}
