package dev.backonline.bot.crash;

import dev.backonline.store.Dialect;
import dev.backonline.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many histories one after the other. What is finished is kept in a file, so that an interrupted series goes on where it was. */
public record CrashSeries(Path file, long seed, int crashes) {
    private static final int EACH = 25;
    private static final String BETWEEN = "\t";

    /** Goes through both databases in turn, says each history as it ends, and fails at the first that is not as promised. */
    public void run() throws IOException {
        var done = finished();
        var histories = Math.ceilDiv(crashes, EACH);
        for (var number = 0; number < histories; number++) {
            var dialect = number % 2 == 0 ? Dialect.EMBEDDED : Dialect.POSTGRESQL;
            var name = "%s %d".formatted(dialect, seed + number);
            if (!done.containsKey(name)) {
                var figures = history(dialect, seed + number);
                done.put(name, figures);
                keep(name, figures);
            }
        }
        for (var dialect : Dialect.values()) {
            System.out.printf("%s: %s%n", dialect, sum(done, dialect.toString()));
        }
    }

    private static Figures history(Dialect dialect, long seed) throws IOException {
        var folder = Files.createTempDirectory("crashes");
        var database = dialect == Dialect.EMBEDDED ? TestDatabase.embedded(folder) : TestDatabase.postgresql();
        try (var history = new CrashHistory(seed, database, folder)) {
            return history.run(EACH);
        }
    }

    private void keep(String name, Figures figures) throws IOException {
        var line = new StringBuilder(name);
        figures.counts().forEach((what, count) -> line.append(BETWEEN).append("%s=%d".formatted(what, count)));
        System.out.println(line.toString().replace(BETWEEN, ", "));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Map<String, Figures> finished() throws IOException {
        var done = new HashMap<String, Figures>();
        for (var line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            var parts = List.of(line.split(BETWEEN, -1));
            var figures = new Figures();
            for (var part : parts.subList(1, parts.size())) {
                var equals = part.lastIndexOf('=');
                figures.count(part.substring(0, equals), Integer.parseInt(part.substring(equals + 1)));
            }
            done.put(parts.getFirst(), figures);
        }
        return done;
    }

    private static Figures sum(Map<String, Figures> done, String dialect) {
        var sum = new Figures();
        done.forEach((name, figures) -> {
            if (name.startsWith(dialect)) {
                sum.add(figures);
            }
        });
        return sum;
    }
}
