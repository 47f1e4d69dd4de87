package dev.backonline.store;

import dev.backonline.incident.IncidentBook;
import dev.backonline.outbox.Ledger;
import dev.backonline.outbox.Outbox;
import java.sql.Connection;
import java.sql.SQLException;

/** All that is kept in one database; its tables are made by the migrations under {@code db/}. */
public record Store(IncidentBook incidents, Ledger ledger, Outbox outbox) {
    public static Store on(Connections connections, Dialect dialect) {
        var database = new Database(connections, dialect);
        return new Store(new SqlIncidentBook(database), new SqlLedger(database), new SqlOutbox(database));
    }

    /** Where connections come from, such as a pool. Each is closed after use; several are open at once. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }
}
