package dev.backonline.bot.rehearsal;

import dev.backonline.bot.setup.Configuration;
import dev.backonline.config.ConfigReader.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The built-in example that is rehearsed when there is no file. */
public final class RehearsalFile {
    private static final String RESOURCE = "/rehearsal/backonline.yaml";

    private RehearsalFile() {}

    public static Result read(Configuration configuration) {
        try (var file = Objects.requireNonNull(RehearsalFile.class.getResourceAsStream(RESOURCE))) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return configuration.read("rehearsal.yaml", text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
