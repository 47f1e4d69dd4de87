package dev.backonline.store;

import dev.backonline.incident.IncidentId;
import dev.backonline.outbox.Delivery;
import java.sql.SQLException;
import java.util.List;

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
