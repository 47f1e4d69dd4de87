package dev.backonline.store;

import dev.backonline.incident.IncidentBook;
import dev.backonline.outbox.Ledger;
import dev.backonline.outbox.Outbox;
import javax.sql.DataSource;

/** All that is kept in one database; its tables are made by the migrations under {@code db/}. */
public record Store(IncidentBook incidents, Ledger ledger, Outbox outbox) {
    public static Store on(DataSource source, Dialect dialect) {
        var database = new Database(source, dialect);
        return new Store(new SqlIncidentBook(database), new SqlLedger(database), new SqlOutbox(database));
    }
}
