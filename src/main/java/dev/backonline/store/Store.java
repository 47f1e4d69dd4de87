package dev.backonline.store;

import dev.backonline.catalog.MaintenanceBook;
import dev.backonline.channel.Keyring;
import dev.backonline.incident.IncidentBook;
import dev.backonline.incident.Restraint;
import dev.backonline.incident.alarm.AlarmBook;
import dev.backonline.operator.command.Audit;
import dev.backonline.outbox.Ledger;
import dev.backonline.outbox.Outbox;
import dev.backonline.store.seal.Seal;
import dev.backonline.verdict.history.History;
import java.sql.Connection;
import java.sql.SQLException;

/** All that is kept in one database; its tables are made by the migrations under {@code db/}. */
public record Store(
        IncidentBook incidents,
        AlarmBook alarms,
        Restraint.Book restraints,
        Ledger ledger,
        Outbox outbox,
        MaintenanceBook maintenances,
        Keyring.Cabinet keyrings,
        History history,
        Audit audit) {
    /** Without a key: credentials that change are not kept. */
    public static Store on(Connections connections, Dialect dialect) {
        return on(new Database(connections, dialect), _ -> Keyring.NONE);
    }

    /** Credentials that change are kept under this seal. */
    public static Store on(Connections connections, Dialect dialect, Seal seal) {
        var database = new Database(connections, dialect);
        return on(database, channel -> new SqlKeyring(database, seal, channel));
    }

    private static Store on(Database database, Keyring.Cabinet keyrings) {
        return new Store(
                new SqlIncidentBook(database),
                new SqlIncidentBook(database),
                new SqlRestraints(database),
                new SqlLedger(database),
                new SqlOutbox(database),
                new SqlMaintenanceBook(database),
                keyrings,
                new SqlHistory(database),
                new SqlRestraints.SqlAudit(database));
    }

    /** The same with a ledger and an outbox that stand before these. */
    public Store with(Ledger ledger, Outbox outbox) {
        return new Store(incidents, alarms, restraints, ledger, outbox, maintenances, keyrings, history, audit);
    }

    /** Where connections come from, such as a pool. Each is closed after use; several are open at once. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }
}
