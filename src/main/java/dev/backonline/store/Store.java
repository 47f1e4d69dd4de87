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
import dev.backonline.store.share.ShareBook;
import dev.backonline.store.share.WordBook;
import dev.backonline.verdict.history.History;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

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
        Audit audit,
        Optional<Shared> shared) {
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
                new SqlRestraints.SqlAudit(database),
                database.dialect() == Dialect.POSTGRESQL ? Optional.of(new Shared(database)) : Optional.empty());
    }

    /** The same with a ledger and an outbox that stand before these. */
    public Store with(Ledger ledger, Outbox outbox) {
        return new Store(incidents, alarms, restraints, ledger, outbox, maintenances, keyrings, history, audit, shared);
    }

    /** The same for automatic decisions of this owner: they are written only while it holds the judge's lease, if any process may. */
    public Store judging(String owner) {
        return shared.map(several -> several.judging(this, owner)).orElse(this);
    }

    /** What several processes share, where there may be several. */
    public static final class Shared {
        private final Database database;

        private Shared(Database database) {
            this.database = database;
        }

        /** Who does what; {@code lease}: how long is held what is not renewed. */
        public ShareBook shares(String owner, Duration lease) {
            return new ShareBook(database, owner, lease);
        }

        /** What processes say to each other. */
        public WordBook words(String owner) {
            return new WordBook(database, owner);
        }

        private Store judging(Store store, String owner) {
            var fenced = database.fenced(session -> ShareBook.isJudge(session, owner));
            return new Store(
                    store.incidents,
                    store.alarms,
                    new SqlRestraints(fenced),
                    new SqlLedger(fenced),
                    store.outbox,
                    store.maintenances,
                    store.keyrings,
                    store.history,
                    store.audit,
                    store.shared);
        }
    }

    /** Where connections come from, such as a pool. Each is closed after use; several are open at once. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }
}
