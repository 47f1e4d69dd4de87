package dev.backonline.bot.setup;

import dev.backonline.store.EmbeddedFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of the two databases is used, as settings of Quarkus: PostgreSQL if its address is given, else SQLite in the data folder.
 * Exactly one is active; nothing is moved from one to the other.
 */
public record DatabaseSettings(boolean isShared, Map<String, String> settings) {
    private static final String POSTGRESQL = "quarkus.datasource.postgresql.jdbc.url";

    public static DatabaseSettings of(Path data, Function<String, Optional<String>> given) {
        var shared =
                given.apply(POSTGRESQL).filter(address -> !address.isBlank()).isPresent();
        var settings = new HashMap<String, String>();
        activate(settings, "postgresql", shared);
        activate(settings, "embedded", !shared);
        if (!shared) {
            settings.put("quarkus.datasource.embedded.jdbc.url", new EmbeddedFile(data).url());
        }
        return new DatabaseSettings(shared, Map.copyOf(settings));
    }

    private static void activate(Map<String, String> settings, String name, boolean active) {
        settings.put("quarkus.datasource.%s.active".formatted(name), Boolean.toString(active));
        settings.put("quarkus.flyway.%s.active".formatted(name), Boolean.toString(active));
        settings.put("quarkus.flyway.%s.migrate-at-start".formatted(name), Boolean.toString(active));
    }
}
