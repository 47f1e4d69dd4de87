package dev.backonline.bot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Promise 1: a kill at any instant loses no decided post, and doubles none where the network lets that be known. */
@Timeout(900)
class CrashTest {
    private static final int CRASHES = Integer.getInteger("crashes", 100);
    private static final int EACH = 25;
    private static final long SEED = Long.getLong("seed", new Random().nextLong(1_000_000));

    /** One history at a time on each database, and both at once: a life waits for as long as it works. */
    private static final ExecutorService ON_SQLITE = Executors.newSingleThreadExecutor();

    private static final ExecutorService ON_POSTGRESQL = Executors.newSingleThreadExecutor();

    @TempDir
    static Path directory;

    private static Future<Figures> sqlite = CompletableFuture.failedFuture(new IllegalStateException("not begun"));
    private static Future<Figures> postgresql = sqlite;
    private static Future<Figures> cut = sqlite;

    @BeforeAll
    static void begin() {
        sqlite = ON_SQLITE.submit(() -> histories("SQLite", () -> TestDatabase.embedded(folder()), CrashHistory::run));
        postgresql = ON_POSTGRESQL.submit(() -> histories("PostgreSQL", TestDatabase::postgresql, CrashHistory::run));
        cut = ON_POSTGRESQL.submit(
                () -> histories("PostgreSQL, connections cut", TestDatabase::postgresql, CrashHistory::cut));
    }

    @AfterAll
    static void end() {
        ON_SQLITE.shutdownNow();
        ON_POSTGRESQL.shutdownNow();
    }

    @Test
    void killed_anywhere_on_sqlite_each_post_is_told_once() throws Exception {
        assertThat(sqlite.get().of("crashes")).isEqualTo(CRASHES);
    }

    @Test
    void killed_anywhere_on_postgresql_each_post_is_told_once() throws Exception {
        assertThat(postgresql.get().of("crashes")).isEqualTo(CRASHES);
    }

    @Test
    void with_its_connections_to_the_database_cut_anywhere_each_post_is_told_once() throws Exception {
        assertThat(cut.get().of("cut")).isEqualTo(CRASHES);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(directory, "data");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What is done to a history, so many times. */
    @FunctionalInterface
    private interface Harm {
        Figures in(CrashHistory history, int times);
    }

    private static Figures histories(String name, Supplier<TestDatabase> database, Harm harm) {
        var figures = new Figures();
        var began = System.nanoTime();
        for (var left = CRASHES; left > 0; left -= EACH) {
            try (var history = new CrashHistory(SEED + left, database.get(), folder())) {
                figures.add(harm.in(history, Math.min(left, EACH)));
            }
        }
        System.out.printf("%s, seed %d, %d s: %s%n", name, SEED, (System.nanoTime() - began) / 1_000_000_000, figures);
        return figures;
    }
}
