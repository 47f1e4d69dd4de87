package dev.backonline.store;

/** The two databases, and the words of SQL in which they differ for us. */
public enum Dialect {
    /** SQLite, inside the process: one writer at a time, so that a writer sees everything and needs no further locks. */
    EMBEDDED("SQLite", "BEGIN IMMEDIATE", "BEGIN", "", ""),
    /** PostgreSQL, shared by replicas. */
    POSTGRESQL(
            "PostgreSQL",
            // Whoever stands still, or is cut off, in the middle of a transaction keeps nobody else waiting for longer.
            "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL idle_in_transaction_session_timeout = 3000",
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            " FOR UPDATE",
            " FOR UPDATE SKIP LOCKED");

    final String label;
    final String beginWriting;
    /** All statements of such a transaction see one state of the database. */
    final String beginReading;
    /** Ends a selection of rows that are about to be changed. */
    final String locked;
    /** The same, leaving out those that another transaction is changing. */
    final String unlessLocked;

    Dialect(String label, String beginWriting, String beginReading, String locked, String unlessLocked) {
        this.label = label;
        this.beginWriting = beginWriting;
        this.beginReading = beginReading;
        this.locked = locked;
        this.unlessLocked = unlessLocked;
    }
}
