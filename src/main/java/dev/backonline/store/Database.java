package dev.backonline.store;

import dev.backonline.outbox.StoreUnavailable;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/** Gives connections and transactions; whatever fails in them was not done. */
final class Database {
    private final DataSource source;
    private final Dialect dialect;
    /** Our own queue before SQLite's one writer: SQLite's own is a race with a time-out. Fair, so that no channel starves. */
    private final Lock writer = new ReentrantLock(true);

    Database(DataSource source, Dialect dialect) {
        this.source = source;
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
        return connected("read", work);
    }

    /** For several statements that must see the same state. */
    <T> T snapshot(Work<T> work) {
        return connected("read", session -> committed(session, dialect.beginReading, work));
    }

    /** All of it or nothing; SQLite's writes go one after another. */
    <T> T write(Work<T> work) {
        if (dialect == Dialect.POSTGRESQL) {
            return written(work);
        }
        writer.lock();
        try {
            return written(work);
        } finally {
            writer.unlock();
        }
    }

    private <T> T written(Work<T> work) {
        return connected("written", session -> committed(session, dialect.beginWriting, work));
    }

    private <T> T connected(String what, Work<T> work) {
        try (var connection = source.getConnection()) {
            return work.in(new Session(connection));
        } catch (SQLException failure) {
            throw new StoreUnavailable(
                    "the database (%s) could not be %s: %s".formatted(dialect.label, what, reason(failure)), failure);
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

    /** The first line: PostgreSQL puts the row's values into the others. */
    private static String reason(SQLException failure) {
        var message = failure.getMessage();
        return message == null
                ? failure.getSQLState()
                : message.lines().findFirst().orElse("");
    }
}
