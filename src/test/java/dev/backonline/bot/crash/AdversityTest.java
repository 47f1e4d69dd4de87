package dev.backonline.bot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Wire;
import dev.backonline.outbox.Delivery;
import dev.backonline.store.Dialect;
import dev.backonline.store.Store;
import dev.backonline.store.TestDatabase;
import dev.backonline.store.memory.MemoryStore;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What surrounds the engine goes wrong: it says what, loses and doubles nothing, and goes on afterwards. */
@Timeout(120)
class AdversityTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private volatile String pragma = "PRAGMA query_only = OFF";
    private volatile boolean lost;

    @Test
    void a_database_that_can_not_be_written_any_more_is_said_and_what_was_posted_meanwhile_is_found() {
        try (var database = TestDatabase.embedded(directory);
                var bench = new Workbench(moody(database), UnaryOperator.identity())) {
            bench.wave(true).pass(Duration.ofSeconds(5)).wave(true);
            bench.networks().listen((moment, _) -> {
                pragma = moment == Networks.Moment.CREATED ? "PRAGMA query_only = ON" : pragma;
                return true;
            });

            bench.pass(MINUTE);
            bench.networks().listen((_, _) -> true);
            pragma = "PRAGMA query_only = OFF";

            assertThat(bench.complaints())
                    .anyMatch(line -> line.startsWith("the database (SQLite) could not be written:")
                            && line.contains("readonly"));
            bench.pass(MINUTE.multipliedBy(5)).settled(MINUTE.multipliedBy(3));
        }
    }

    @Test
    void a_full_database_decides_nothing_and_says_so() {
        try (var database = TestDatabase.embedded(directory);
                var bench = new Workbench(moody(database), UnaryOperator.identity())) {
            bench.wave(true).pass(Duration.ofSeconds(5));
            // SQLite takes it for "no more pages than there are now".
            pragma = "PRAGMA max_page_count = 1";
            for (var wave = 0; wave < 20; wave++) {
                bench.wave(true).pass(Duration.ofSeconds(5));
            }

            pragma = "PRAGMA max_page_count = 1000000";

            assertThat(bench.complaints())
                    .anyMatch(line ->
                            line.startsWith("the database (SQLite) could not be written:") && line.contains("full"));
            bench.pass(MINUTE.multipliedBy(5)).settled(MINUTE.multipliedBy(3));
        }
    }

    private Store moody(TestDatabase database) {
        return Store.on(() -> moody(database.source().getConnection()), Dialect.EMBEDDED);
    }

    private Connection moody(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(pragma);
        }
        return connection;
    }

    @Test
    void while_names_are_not_resolved_nothing_is_sent_and_it_is_said_why() {
        try (var bench = new Workbench(new MemoryStore().store(), wire -> request -> wire.exchange(misled(request)))) {
            lost = true;
            bench.wave(true).pass(MINUTE);

            assertThat(bench.steps()).extracting(Delivery::note).contains("no such host");
            assertThat(Crew.NAMES).allMatch(name -> bench.networks().posts(name).isEmpty());

            lost = false;
            bench.pass(MINUTE.multipliedBy(3)).settled(MINUTE.multipliedBy(3));
        }
    }

    private Wire.Request misled(Wire.Request request) {
        var address =
                lost ? URI.create("http://status.invalid" + request.address().getPath()) : request.address();
        return new Wire.Request(
                request.method(), address, request.headers(), request.body(), request.timeout(), request.reuse());
    }

    /** Between any two steps, and while it is in doubt whether a post arrived. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void a_clock_that_jumps_an_hour_loses_and_doubles_nothing(int hours) {
        try (var bench = new Workbench(new MemoryStore().store(), wire -> request -> forgetful(wire, request))) {
            bench.wave(true).pass(Duration.ofSeconds(2)).jump(Duration.ofHours(hours));
            lost = true;
            bench.wave(true).pass(Duration.ofSeconds(2)).jump(Duration.ofHours(hours));
            lost = false;

            bench.pass(Duration.ofHours(1).plus(MINUTE)).jump(Duration.ofHours(-hours));

            bench.pass(Duration.ofHours(1).plus(MINUTE))
                    .settled(Duration.ofHours(1).plus(MINUTE));
        }
    }

    /** The post arrives, its answer does not. */
    private Wire.Reply forgetful(Wire wire, Wire.Request request) {
        var reply = wire.exchange(request);
        return lost && request.method().equals("POST") ? new Wire.Unanswered("connection reset", false) : reply;
    }
}
