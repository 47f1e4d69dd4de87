package dev.backonline.bot.reload;

import dev.backonline.config.ConfigReader.Result;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One file, and whatever it names, read again whenever any of it holds something else, and not before that has held from one look to
 * the next: somebody may be writing. Blocks on the disk. Used by one thread.
 */
public final class Editions {
    /** Ours: files that change all the time are read as they come, at last. */
    private static final int ATTEMPTS = 3;

    private final Function<Consumer<Path>, Result> reading;
    private Set<Path> files = Set.of();
    private Imprint read = Imprint.of(Set.of());
    private Imprint seen = read;
    private Imprint kept = read;

    /** {@code reading} reads all of it, and says into which files it looks. */
    public Editions(Function<Consumer<Path>, Result> reading) {
        this.reading = reading;
    }

    /** What the files say now; at a start which files these are is not known before, and once is enough. */
    public Result read() {
        for (var attempt = 1; ; attempt++) {
            var first = files.isEmpty();
            var before = Imprint.of(files);
            var opened = new LinkedHashSet<Path>();
            var result = reading.apply(opened::add);
            files = Set.copyOf(opened);
            read = Imprint.of(files);
            seen = read;
            if (first || read.equals(before) || attempt == ATTEMPTS) {
                return result;
            }
        }
    }

    /** What was read last is what is gone by. */
    void keep() {
        kept = read;
    }

    /** Whether what was read last is what was kept last. */
    boolean isKept() {
        return read.equals(kept);
    }

    /** What the files say now, if that may be something else than what was read last. To be called again and again. */
    public Optional<Result> newer() {
        var now = Imprint.of(files);
        var calm = now.equals(seen);
        seen = now;
        return calm && !now.equals(read) ? Optional.of(read()) : Optional.empty();
    }
}
