package dev.backonline.bot.crash;

import dev.backonline.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Promise 1: a kill at any instant loses no decided post, and doubles none where the network lets that be known. One class a database: two run at once. */
@Tag("kills")
@Timeout(900)
abstract class Kills {
    private static final int EACH = 25;
    private static final long SEED = Long.getLong("seed", new Random().nextLong(1_000_000));

    @TempDir
    Path directory;

    Path folder() {
        try {
            return Files.createTempDirectory(directory, "data");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What is done to a history, so many times. */
    @FunctionalInterface
    interface Harm {
        Figures in(CrashHistory history, int times);
    }

    Figures histories(String name, int times, Supplier<TestDatabase> database, Harm harm) {
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
