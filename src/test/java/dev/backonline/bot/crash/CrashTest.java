package dev.backonline.bot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Promise 1: a kill at any instant loses no decided post, and doubles none where the network lets that be known. */
@Tag("alone")
@Timeout(900)
class CrashTest {
    private static final int CRASHES = Integer.getInteger("crashes", 100);
    private static final int CUTS = Integer.getInteger("cuts", 50);
    private static final int EACH = 25;
    private static final long SEED = Long.getLong("seed", new Random().nextLong(1_000_000));

    @TempDir
    Path directory;

    @Test
    void killed_anywhere_on_sqlite_each_post_is_told_once() {
        var figures = histories("SQLite", CRASHES, () -> TestDatabase.embedded(folder()), CrashHistory::run);

        assertThat(figures.of("crashes")).isEqualTo(CRASHES);
    }

    @Test
    void killed_anywhere_on_postgresql_each_post_is_told_once() {
        var figures = histories("PostgreSQL", CRASHES, TestDatabase::postgresql, CrashHistory::run);

        assertThat(figures.of("crashes")).isEqualTo(CRASHES);
    }

    @Test
    void with_its_connections_to_the_database_cut_anywhere_each_post_is_told_once() {
        var figures = histories("PostgreSQL, connections cut", CUTS, TestDatabase::postgresql, CrashHistory::cut);

        assertThat(figures.of("cut")).isEqualTo(CUTS);
    }

    private Path folder() {
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

    private Figures histories(String name, int times, Supplier<TestDatabase> database, Harm harm) {
        var figures = new Figures();
        var began = System.nanoTime();
        for (var left = times; left > 0; left -= EACH) {
            try (var history = new CrashHistory(SEED + left, database.get(), folder())) {
                figures.add(harm.in(history, Math.min(left, EACH)));
            }
        }
        System.out.printf("%s, seed %d, %d s: %s%n", name, SEED, (System.nanoTime() - began) / 1_000_000_000, figures);
        return figures;
    }
}
