package dev.backonline.bot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.store.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole database server goes away in the middle, and comes back: the engine waits for it, and nothing is lost or doubled. */
@Tag("alone")
@Timeout(300)
class RestartTest {
    private static final int RESTARTS = Integer.getInteger("restarts", 5);
    private static final long SEED = Long.getLong("seed", new Random().nextLong(1_000_000));

    @TempDir
    Path directory;

    @Test
    void a_restart_of_postgresql_in_the_middle_loses_and_doubles_nothing() throws IOException {
        var data = Files.createTempDirectory("restarted-postgresql");
        var server = new EmbeddedPostgres[] {started(data, 0)};
        var port = server[0].getPort();
        var url = server[0].getJdbcUrl("postgres", "postgres");
        try (var history = new CrashHistory(SEED, TestDatabase.postgresql(url), directory)) {
            var figures = history.meanwhile(RESTARTS, () -> server[0] = restarted(server[0], data, port));

            System.out.printf("PostgreSQL restarted, seed %d: %s%n", SEED, figures);
            assertThat(figures.of("harms")).isEqualTo(RESTARTS);
        } finally {
            server[0].close();
            remove(data);
        }
    }

    /** Only here: between two starts the data stay. */
    private static void remove(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static EmbeddedPostgres restarted(EmbeddedPostgres server, Path data, int port) {
        try {
            server.close();
            return started(data, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static EmbeddedPostgres started(Path data, int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("unix_socket_directories", "''");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }
}
