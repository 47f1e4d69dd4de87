package dev.backonline.bot;

import com.google.auto.service.AutoService;
import dev.backonline.store.file.EmbeddedFile;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Decides which of the two databases is active, from all other configuration: PostgreSQL if its address is given, wherever that is,
 * else the SQLite file under {@code BACKONLINE_DATA}.
 */
@AutoService(ConfigSourceFactory.class)
public final class DatabaseSettings implements ConfigSourceFactory {
    /** Above the application's own properties (250) and below all that people configure (from 260 on). */
    private static final int ORDINAL = 255;

    private static final String POSTGRESQL_URL = "quarkus.datasource.postgresql.jdbc.url";
    private static final String DATA = "backonline.data";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var data = Path.of(given(context, DATA).orElse("data"));
        var settings = of(given(context, POSTGRESQL_URL).isPresent(), data);
        return List.of(new PropertiesConfigSource(settings, "the choice of the database", ORDINAL));
    }

    private static Optional<String> given(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name).getValue()).filter(value -> !value.isBlank());
    }

    static Map<String, String> of(boolean postgresql, Path data) {
        return Map.of(
                DATA,
                data.toString(),
                "quarkus.datasource.embedded.jdbc.url",
                new EmbeddedFile(data).url(),
                "quarkus.datasource.embedded.active",
                Boolean.toString(!postgresql),
                "quarkus.flyway.embedded.active",
                Boolean.toString(!postgresql),
                "quarkus.datasource.postgresql.active",
                Boolean.toString(postgresql),
                "quarkus.flyway.postgresql.active",
                Boolean.toString(postgresql));
    }
}
