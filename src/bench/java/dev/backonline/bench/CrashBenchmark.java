package dev.backonline.bench;

import dev.backonline.bot.crash.CrashSeries;
import java.io.IOException;
import java.nio.file.Path;

/** Kills the engine thousands of times, see docs/PROOF.md; set by {@code -Dcrashes=… -Dseed=… -Dfile=…}. */
public final class CrashBenchmark {
    private CrashBenchmark() {}

    public static void main(String... arguments) throws IOException {
        var seed = Long.getLong("seed", 1);
        var file = System.getProperty("file", "target/crashes-%d.txt".formatted(seed));
        new CrashSeries(Path.of(file), seed, Integer.getInteger("crashes", 2_000)).run();
        System.exit(0);
    }
}
