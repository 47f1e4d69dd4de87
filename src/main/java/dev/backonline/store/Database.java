package dev.backonline.store;

import dev.backonline.incident.IncidentId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.StoreUnavailable;
import java.sql.SQLException;
import java.util.List;

/** Gives connections and transactions; whatever fails in them was not done. */
public final class Database {
    private final Store.Connections connections;
    private final Dialect dialect;
    private final Work<Boolean> fence;
    private final Writer writer = new Writer(this);

    Database(Store.Connections connections, Dialect dialect) {
        this(connections, dialect, _ -> true);
    }

    private Database(Store.Connections connections, Dialect dialect, Work<Boolean> fence) {
        this.connections = connections;
        this.dialect = dialect;
        this.fence = fence;
    }

    /** The same for somebody whose decisions count only as long as this is so, asked in the transaction that would write them. */
    Database fenced(Work<Boolean> holds) {
        return new Database(connections, dialect, holds);
    }

    /** Whether what is decided in this transaction still counts. */
    boolean mayDecide(Session session) throws SQLException {
        return fence.in(session);
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Session session) throws SQLException;
    }

    Dialect dialect() {
        return dialect;
    }

    /** For one statement. */
    public <T> T read(Work<T> work) {
        try (var connection = connections.open()) {
            return work.in(new Session(connection));
        } catch (SQLException failure) {
            throw unavailable("read", failure);
        }
    }

    /** For several statements that must see the same state. */
    <T> T snapshot(Work<T> work) {
        return read(session -> committed(session, dialect.beginReading, work));
    }

    /** All of it or nothing. */
    public <T> T write(Work<T> work) {
        try {
            return dialect == Dialect.EMBEDDED ? writer.write(work) : transaction(work);
        } catch (SQLException failure) {
            throw unavailable("written", failure);
        }
    }

    /** Now, on this thread. */
    <T> T transaction(Work<T> work) throws SQLException {
        try (var connection = connections.open()) {
            return committed(new Session(connection), dialect.beginWriting, work);
        }
    }

    /** Commands of SQL, not of JDBC: SQLite's driver begins the next transaction as it commits one, and keeps the writer out. */
    private static <T> T committed(Session session, String begin, Work<T> work) throws SQLException {
        session.run(begin);
        var done = false;
        try {
            var result = work.in(session);
            session.run("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(session);
            }
        }
    }

    private static void rollBack(Session session) {
        try {
            session.run("ROLLBACK");
        } catch (SQLException _) {
            // The connection is broken, or the database has rolled back by itself: in both cases nothing is left to
            // undo.
        }
    }

    private StoreUnavailable unavailable(String done, SQLException failure) {
        var reason = "the database (%s) could not be %s: %s".formatted(dialect.label, done, firstLine(failure));
        return new StoreUnavailable(reason, failure);
    }

    /** PostgreSQL puts the row's values into the others. */
    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * Lets one transaction at a time change a thread. Whether a delivery has to wait is decided by other rows of its thread, some of
     * which may not be committed yet, so that PostgreSQL's locks on rows don't keep the order: these end with the transaction, and are
     * always taken in the same order. SQLite has one writer anyway.
     */
    record RowLocks(Dialect dialect, Session session) {
        private static final String ALONE = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))";
        private static final String SHARED = "SELECT 1 FROM pg_advisory_xact_lock_shared(hashtextextended(?, 0))";

        /** For the ledger, which may add to every thread of the incident. */
        void take(IncidentId incident) throws SQLException {
            lock(ALONE, List.of("incident " + incident));
        }

        /** For the outbox: channels that work on the same incident don't wait for each other. */
        void take(List<Delivery> deliveries) throws SQLException {
            lock(
                    SHARED,
                    deliveries.stream().map(one -> "incident " + one.incident()).toList());
            lock(ALONE, deliveries.stream().map(RowLocks::thread).toList());
        }

        private static String thread(Delivery delivery) {
            return "thread " + delivery.incident() + " " + delivery.recipient();
        }

        private void lock(String sql, List<String> names) throws SQLException {
            if (dialect == Dialect.POSTGRESQL) {
                for (var name : names.stream().distinct().sorted().toList()) {
                    session.rows(sql, _ -> true, name);
                }
            }
        }
    }
}
