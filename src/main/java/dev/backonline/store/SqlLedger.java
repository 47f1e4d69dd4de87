package dev.backonline.store;

import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Restraint;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Ledger;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Writes an incident's new version, its news and the deliveries that tell it. */
final class SqlLedger implements Ledger {
    private static final String INSERT = """
            INSERT INTO incident
                (version, status, started_at, onset, published_at, resolved_at, next_still_at, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING""";
    private static final String UPDATE = """
            UPDATE incident
            SET version = ?, status = ?, started_at = ?, onset = ?, published_at = ?, resolved_at = ?, next_still_at = ?
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
            var current = replaced(session, change);
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
        var values = Stream.of(
                incident.version(),
                incident.status(),
                incident.startedAt(),
                incident.onset(),
                incident.publishedAt(),
                incident.resolvedAt(),
                incident.nextStill(),
                incident.id());
        return Stream.concat(values, Stream.of(more)).toArray();
    }
}
