package dev.backonline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what people or other programs will read with a file under {@code src/test/resources/golden}. Run with
 * {@code -Dgolden.update=true} it rewrites the files instead; the review then shows what changed.
 */
public final class Golden {
    private Golden() {}

    /** The name may have folders, such as {@code channel/mastodon/problem.en.json}. */
    public static void matches(String name, String actual) {
        var file = House.ROOT.resolve("src/test/resources/golden").resolve(name);
        var text = actual.endsWith("\n") ? actual : actual + "\n";
        try {
            if (Boolean.getBoolean("golden.update")) {
                write(file, text);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("%s (rewrite it with -Dgolden.update=true)", House.ROOT.relativize(file))
                    .isEqualTo(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
