package dev.backonline.store;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Decision;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Restraint;
import dev.backonline.incident.Restraint.Dismissal;
import dev.backonline.incident.Restraint.Draft;
import dev.backonline.incident.Restraint.Mute;
import dev.backonline.operator.command.Audit;
import dev.backonline.operator.door.OperatorName;
import dev.backonline.store.Session.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What holds decisions back, in its tables. */
final class SqlRestraints implements Restraint.Book {
    /** Ours: a bot that was away for longer was not there for people to speak to. */
    private static final Duration AWAY = Duration.ofSeconds(15);

    private static final String DRAFTS =
            "SELECT incident, services, state, at, until, approved_by, why FROM draft ORDER BY at, incident";
    private static final String DISMISSALS = "SELECT service, state, at, why FROM dismissal ORDER BY at, service";
    private static final String DRAFTED = """
            INSERT INTO draft (incident, services, state, at, until, approved_by, why)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (incident) DO NOTHING""";
    private static final String APPROVED =
            "UPDATE draft SET approved_by = ? WHERE incident = ? AND approved_by IS NULL";
    private static final String DISMISSED = """
            INSERT INTO dismissal (service, state, at, why) VALUES (?, ?, ?, ?)
            ON CONFLICT (service) DO UPDATE SET state = excluded.state, at = excluded.at, why = excluded.why""";
    private static final String MUTED =
            "INSERT INTO mute (id, by_whom, since, why) VALUES (1, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
    private static final String PULSE =
            "INSERT INTO pulse (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at";

    private final Database database;

    SqlRestraints(Database database) {
        this.database = database;
    }

    @Override
    public Restraint restraint() {
        return database.snapshot(session -> new Restraint(
                session.row("SELECT by_whom, since, why FROM mute", SqlRestraints::mute),
                session.rows(DRAFTS, SqlRestraints::draft),
                session.rows(DISMISSALS, SqlRestraints::dismissal)));
    }

    @Override
    public boolean keep(Decision.Quiet decision) {
        return database.write(session -> database.mayDecide(session) && keep(session, decision) == 1);
    }

    private static int keep(Session session, Decision.Quiet decision) throws SQLException {
        return switch (decision) {
            case Decision.Drafted(var draft) -> drafted(session, draft);
            case Decision.Approved approved ->
                session.update(APPROVED, approved.by(), approved.draft().incident());
            case Decision.Dropped dropped -> {
                dismiss(session, dropped.dismissed());
                yield end(session, dropped.draft().incident());
            }
            case Decision.Forgotten forgotten ->
                session.update(
                        "DELETE FROM dismissal WHERE service = ? AND at = ?",
                        forgotten.dismissal().service(),
                        forgotten.dismissal().at());
            case Decision.Muted(var mute) -> session.update(MUTED, mute.by(), mute.since(), mute.why());
            case Decision.Unmuted _ -> session.update("DELETE FROM mute");
        };
    }

    private static int drafted(Session session, Draft draft) throws SQLException {
        pulse(session, draft.at());
        return session.update(
                DRAFTED,
                draft.incident(),
                UpdateRows.joined(draft.services()),
                draft.state(),
                draft.at(),
                draft.until(),
                draft.approvedBy(),
                draft.why());
    }

    /** In the transaction that tells what it was a draft of. */
    static int end(Session session, IncidentId draft) throws SQLException {
        return session.update("DELETE FROM draft WHERE incident = ?", draft);
    }

    static void dismiss(Session session, List<Dismissal> dismissed) throws SQLException {
        for (var one : dismissed) {
            session.update(DISMISSED, one.service(), one.state(), one.at(), one.why());
        }
    }

    /** Something waits for a person from now on, and the bot is there. */
    static void pulse(Session session, Instant now) throws SQLException {
        session.update(PULSE, now);
    }

    @Override
    public Duration awake(Instant now) {
        return database.write(session -> {
            var last = session.row("SELECT at FROM pulse" + database.dialect().locked, row -> row.time("at"));
            pulse(session, now);
            var gap = last.map(at -> Duration.between(at, now)).filter(away -> away.compareTo(AWAY) > 0);
            if (gap.isPresent()) {
                waitLonger(session, gap.get());
            }
            return gap.orElse(Duration.ZERO);
        });
    }

    private static void waitLonger(Session session, Duration by) throws SQLException {
        session.update("UPDATE draft SET until = until + ?", by);
        session.update(
                "UPDATE delivery SET not_before = not_before + ? WHERE state = 'waiting' AND hold = 'approval'", by);
    }

    @Override
    public void shift(Duration by) {
        database.write(session -> {
            session.update("UPDATE draft SET until = until + ?", by);
            session.update("UPDATE pulse SET at = at + ?", by);
            return session.update(
                    "UPDATE incident SET next_still_at = next_still_at + ? WHERE resolved_at IS NULL", by);
        });
    }

    private static Mute mute(Row row) throws SQLException {
        return new Mute(row.text("by_whom"), row.time("since"), row.text("why"));
    }

    private static Draft draft(Row row) throws SQLException {
        return new Draft(
                new IncidentId(row.text("incident")),
                UpdateRows.services(row.text("services")),
                row.one(ServiceState.class, "state"),
                row.time("at"),
                row.time("until"),
                row.maybeText("approved_by"),
                row.text("why"));
    }

    private static Dismissal dismissal(Row row) throws SQLException {
        return new Dismissal(
                new ServiceId(row.text("service")),
                row.one(ServiceState.class, "state"),
                row.time("at"),
                row.text("why"));
    }

    /** Who commanded what, in its table. */
    record SqlAudit(Database database) implements Audit {
        private static final String NOTE = "INSERT INTO audit (at, operator, command, result) VALUES (?, ?, ?, ?)";
        private static final String NEWEST = "SELECT at, operator, command, result FROM audit ORDER BY id DESC LIMIT ?";

        @Override
        public void note(Entry entry) {
            database.write(
                    session -> session.update(NOTE, entry.at(), entry.operator(), entry.order(), entry.result()));
        }

        @Override
        public List<Entry> newest(int most) {
            return database.read(session -> session.rows(NEWEST, SqlAudit::entry, most));
        }

        private static Entry entry(Row row) throws SQLException {
            return new Entry(
                    row.time("at"), new OperatorName(row.text("operator")), row.text("command"), row.text("result"));
        }
    }
}
