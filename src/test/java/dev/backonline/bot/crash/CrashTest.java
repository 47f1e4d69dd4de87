package dev.backonline.bot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.store.TestDatabase;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Promise 1: a kill at any instant loses no decided post, and doubles none where the network lets that be known. */
@Timeout(300)
class CrashTest {
    private static final int CRASHES = Integer.getInteger("crashes", 100);
    private static final int EACH = 25;
    private static final long SEED = Long.getLong("seed", new Random().nextLong(1_000_000));

    @TempDir
    Path directory;

    @Test
    void killed_anywhere_on_sqlite_each_post_is_told_once() {
        killed("SQLite", () -> TestDatabase.embedded(directory));
    }

    @Test
    void killed_anywhere_on_postgresql_each_post_is_told_once() {
        killed("PostgreSQL", TestDatabase::postgresql);
    }

    private void killed(String name, Supplier<TestDatabase> database) {
        var figures = new Figures();
        var began = System.nanoTime();

        for (var left = CRASHES; left > 0; left -= EACH) {
            try (var history = new CrashHistory(SEED + left, database.get(), directory)) {
                figures.add(history.run(Math.min(left, EACH)));
            }
        }

        System.out.printf("%s, seed %d, %d s: %s%n", name, SEED, (System.nanoTime() - began) / 1_000_000_000, figures);
        assertThat(figures.of("crashes")).isEqualTo(CRASHES);
    }
}
