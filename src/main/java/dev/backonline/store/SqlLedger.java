package dev.backonline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Restraint;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Transition.Alarmed;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Ledger;
import dev.backonline.store.Session.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes an incident's new version, its news and the deliveries that tell it. */
final class SqlLedger implements Ledger {
    private static final String INSERT = """
            INSERT INTO incident
                (version, status, started_at, onset, published_at, resolved_at, next_still_at, alarm, seen_at, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING""";
    private static final String UPDATE = """
            UPDATE incident
            SET version = ?, status = ?, started_at = ?, onset = ?, published_at = ?, resolved_at = ?, next_still_at = ?,
                alarm = ?, seen_at = ?
            WHERE id = ? AND version = ?""";
    private static final String INSERT_SERVICE = """
            INSERT INTO incident_service (incident, position, service, state, since, worst)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private final Database database;

    SqlLedger(Database database) {
        this.database = database;
    }

    @Override
    public boolean record(Change change, List<Delivery> deliveries) {
        return database.write(session -> {
            new Database.RowLocks(database.dialect(), session)
                    .take(change.incident().id());
            var current = database.mayDecide(session) && replaced(session, change);
            if (current) {
                tell(session, change, deliveries);
            }
            return current;
        });
    }

    private static boolean replaced(Session session, Change change) throws SQLException {
        var incident = change.incident();
        return change.expectedVersion() == 0
                ? session.update(INSERT, values(incident)) == 1
                : session.update(UPDATE, values(incident, change.expectedVersion())) == 1;
    }

    private static void tell(Session session, Change change, List<Delivery> deliveries) throws SQLException {
        var incident = change.incident();
        rewriteServices(session, incident);
        var news = change.expectedVersion() == 0 ? incident.updates() : List.of(change.update());
        for (var update : news) {
            UpdateRows.insert(session, incident.id(), update);
        }
        for (var delivery : deliveries) {
            DeliveryRows.insert(session, delivery, change.update().at());
        }
        if (deliveries.stream().anyMatch(Delivery::isAwaiting)) {
            SqlRestraints.pulse(session, change.update().at());
        }
        DeliveryRows.promote(session, incident.id());
        settle(session, change);
    }

    /** What was a draft is told, or has nothing left to tell. */
    private static void settle(Session session, Change change) throws SQLException {
        if (Restraint.settles(change)) {
            SqlRestraints.end(session, change.incident().id());
        }
        SqlRestraints.dismiss(session, change.dismissed());
    }

    private static void rewriteServices(Session session, Incident incident) throws SQLException {
        session.update("DELETE FROM incident_service WHERE incident = ?", incident.id());
        for (int position = 0; position < incident.services().size(); position++) {
            var involved = incident.services().get(position);
            session.update(
                    INSERT_SERVICE,
                    incident.id(),
                    position,
                    involved.service(),
                    involved.state(),
                    involved.since(),
                    involved.worst());
        }
    }

    private static Object[] values(Incident incident, Object... more) {
        var alarm = AlarmRows.alarm(incident.latest().transition());
        var values = Stream.of(
                incident.version(),
                alarm.isPresent() ? AlarmRows.STATUS : incident.status(),
                incident.startedAt(),
                incident.onset(),
                incident.publishedAt(),
                incident.resolvedAt(),
                incident.nextStill(),
                alarm.map(Alarmed::key),
                alarm.map(_ -> incident.latest().at()),
                incident.id());
        return Stream.concat(values, Stream.of(more)).toArray();
    }

    /** What is told of alarms in the tables of the incidents. */
    static final class AlarmRows {
        /**
         * The status of every row of an alarm: an earlier version that still runs beside this one takes it for a maintenance that is over, and
         * leaves it alone. Whether it stands is in {@code resolved_at}.
         */
        static final Status STATUS = Status.COMPLETED;

        private static final ObjectMapper JSON = new ObjectMapper();

        private AlarmRows() {}

        static Optional<Alarmed> alarm(Transition transition) {
            return transition instanceof Alarmed alarmed ? Optional.of(alarmed) : Optional.empty();
        }

        static Status status(Row row) throws SQLException {
            return row.maybeTime("resolved_at").isPresent() ? Status.RESOLVED : Status.INVESTIGATING;
        }

        static String json(Alarmed alarm) {
            var node = JSON.createObjectNode();
            node.put("kind", alarm.kind());
            node.put("key", alarm.key());
            alarm.remedy().ifPresent(remedy -> node.put("remedy", remedy));
            var facts = node.putObject("facts");
            new TreeMap<>(alarm.facts()).forEach(facts::put);
            return node.toString();
        }

        static Alarmed alarm(String json, boolean stands) {
            try {
                var node = JSON.readTree(json);
                var facts = new TreeMap<String, String>();
                node.path("facts")
                        .properties()
                        .forEach(one -> facts.put(one.getKey(), one.getValue().asText()));
                return new Alarmed(
                        node.path("kind").asText(),
                        node.path("key").asText(),
                        facts,
                        Optional.ofNullable(node.path("remedy").textValue()),
                        stands);
            } catch (JsonProcessingException garbled) {
                throw new IllegalStateException("the database has an alarm that is no JSON: " + json, garbled);
            }
        }
    }
}
