package dev.backonline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that the tests write and people read: {@code -Dgolden.update=true} writes it anew, and review shows the change. */
record CommittedFile(String place) {
    void isUpToDate(String text) {
        var file = Path.of(System.getProperty("basedir", "")).resolve(place);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("%s (rewrite it with -Dgolden.update=true)", place)
                    .isEqualTo(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
