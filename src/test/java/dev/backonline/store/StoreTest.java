package dev.backonline.store;

import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.SKY;
import static dev.backonline.store.Samples.SQUARE;
import static dev.backonline.store.Samples.advanced;
import static dev.backonline.store.Samples.id;
import static dev.backonline.store.Samples.only;
import static dev.backonline.store.Samples.opened;
import static dev.backonline.store.Samples.record;
import static dev.backonline.store.Samples.still;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.incident.Change;
import dev.backonline.outbox.StoreUnavailable;
import dev.backonline.store.memory.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both databases keep the contract, and so does the fake that other tests use. */
class StoreTest {
    private final List<TestDatabase> opened = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        opened.forEach(TestDatabase::close);
    }

    /** SQLite. */
    @Nested
    class Embedded implements Sql {
        @Override
        public TestDatabase database() {
            try {
                opened.add(TestDatabase.embedded(Files.createTempDirectory(directory, "data")));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return opened.getLast();
        }
    }

    /** PostgreSQL. */
    @Nested
    class Postgresql implements Sql {
        @Override
        public TestDatabase database() {
            opened.add(TestDatabase.postgresql());
            return opened.getLast();
        }
    }

    /** The fake. */
    @Nested
    class Memory implements Whole {
        @Override
        public Store store() {
            return new MemoryStore().store();
        }
    }

    /** All parts of the contract. */
    interface Whole
            extends IncidentBookContract,
                    RestraintContract,
                    LedgerContract,
                    OutboxContract,
                    HistoryContract,
                    MaintenanceContract,
                    AlarmContract,
                    PastContract,
                    AuditContract {}

    /** What holds for the stores that are databases. */
    interface Sql extends Whole {
        TestDatabase database();

        @Override
        default Store store() {
            return database().store();
        }

        @Test
        default void a_database_that_fails_in_the_middle_keeps_nothing() throws SQLException {
            var database = database();
            var store = database.store();
            var first = opened(id(1), NOW);
            record(store, first, SKY);
            run(database, "ALTER TABLE delivery RENAME TO elsewhere");
            var second = still(first);

            assertThatThrownBy(() -> store.ledger().record(new Change(second), List.of(Samples.delivery(second, SKY))))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageStartingWith("the database (")
                    .hasMessageContaining("could not be written");

            run(database, "ALTER TABLE elsewhere RENAME TO delivery");
            assertThat(store.incidents().find(id(1))).contains(first);
            record(store, second, SKY);
        }

        @Test
        default void a_database_that_is_away_is_said_to_be_unavailable() {
            var database = database();
            var store = database.store();
            database.close();

            assertThatThrownBy(() -> store.incidents().newest(1))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("could not be read");
        }

        @Test
        default void a_reason_may_quote_anything() {
            var store = store();
            record(store, opened(id(1), NOW), SKY);

            var kept = advanced(store, only(store, id(1), SKY).abandoned("a\0b ' \" ? ; \\ \uD83D\uDE4F"));

            assertThat(kept.note()).isEqualTo("a\uFFFDb ' \" ? ; \\ \uD83D\uDE4F");
        }

        @Test
        default void a_second_start_finds_what_the_first_one_kept() {
            var database = database();
            record(database.store(), opened(id(1), NOW), SKY);

            var after = database.store();

            assertThat(after.incidents().find(id(1))).contains(opened(id(1), NOW));
            assertThat(after.outbox().of(id(1))).hasSize(1);
        }

        @Test
        default void credentials_are_kept_sealed_and_replaced_by_those_who_know_the_last_ones() throws SQLException {
            var database = database();
            var keyring = database.sealed().keyrings().of(SKY.channel());
            var first = credentials("made-up-first");
            var second = credentials("made-up-second");

            assertThat(keyring.read()).isEmpty();
            assertThat(keyring.replace(Optional.empty(), first)).isTrue();
            assertThat(keyring.replace(Optional.empty(), second)).isFalse();
            assertThat(keyring.replace(Optional.of(first), second)).isTrue();
            assertThat(keyring.replace(Optional.of(first), first)).isFalse();

            assertThat(database.sealed().keyrings().of(SKY.channel()).read()).contains(second);
            assertThat(database.sealed().keyrings().of(SQUARE.channel()).read()).isEmpty();
            assertThat(sealedText(database)).doesNotContain("made-up");
        }

        private static Credentials credentials(String token) {
            return new Credentials(new Secret(token), new Secret(token + "-refresh"), NOW, "origin");
        }

        private static String sealedText(TestDatabase database) throws SQLException {
            try (var connection = database.source().getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT sealed FROM credential")) {
                rows.next();
                return rows.getString(1);
            }
        }

        private static void run(TestDatabase database, String sql) throws SQLException {
            try (var connection = database.source().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
