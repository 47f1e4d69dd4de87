package dev.backonline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that people read, kept under {@code src/test/resources/golden}; {@code -Dgolden.update=true} writes them anew. */
public final class Golden {
    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "src/test/resources/golden");

    private Golden() {}

    /** Holds a text against the file of this name. */
    public static void matches(String name, String actual) throws IOException {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).as("golden/" + name).isEqualTo(Files.readString(file));
    }
}
