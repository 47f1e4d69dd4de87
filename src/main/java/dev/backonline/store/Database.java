package dev.backonline.store;

import dev.backonline.outbox.StoreUnavailable;
import java.sql.SQLException;

/** Gives connections and transactions; whatever fails in them was not done. */
final class Database {
    private final Store.Connections connections;
    private final Dialect dialect;
    private final Writer writer = new Writer(this);

    Database(Store.Connections connections, Dialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T in(Session session) throws SQLException;
    }

    Dialect dialect() {
        return dialect;
    }

    /** For one statement. */
    <T> T read(Work<T> work) {
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
    <T> T write(Work<T> work) {
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
}
