package dev.backonline.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which database is active. */
class DatabaseSettingsTest {

    @Test
    void without_an_address_the_file_under_the_data_directory_is_active() {
        var config = config(Map.of());

        assertThat(active(config)).isEqualTo("embedded");
        assertThat(config.getValue("quarkus.datasource.embedded.jdbc.url", String.class))
                .startsWith("jdbc:sqlite:" + Path.of("data", "backonline.db"));
    }

    @Test
    void the_data_directory_can_be_chosen() {
        var config = config(Map.of("backonline.data", "/var/lib/backonline"));

        assertThat(config.getValue("quarkus.datasource.embedded.jdbc.url", String.class))
                .startsWith("jdbc:sqlite:" + Path.of("/var/lib/backonline", "backonline.db"));
    }

    @Test
    void an_address_of_postgresql_alone_decides() {
        var config = config(Map.of("quarkus.datasource.postgresql.jdbc.url", "jdbc:postgresql://db/backonline"));

        assertThat(active(config)).isEqualTo("postgresql");
    }

    @Test
    void an_empty_address_is_none() {
        var config = config(Map.of("quarkus.datasource.postgresql.jdbc.url", " "));

        assertThat(active(config)).isEqualTo("embedded");
    }

    private static SmallRyeConfig config(Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(given, "given", 300))
                .withSources(new DatabaseSettings())
                .build();
    }

    /** The one for which both the pool and the migration are on. */
    private static String active(SmallRyeConfig config) {
        var embedded = isActive(config, "datasource.embedded");
        var postgresql = isActive(config, "datasource.postgresql");
        assertThat(isActive(config, "flyway.embedded")).isEqualTo(embedded);
        assertThat(isActive(config, "flyway.postgresql")).isEqualTo(postgresql);
        assertThat(embedded).isNotEqualTo(postgresql);
        return embedded ? "embedded" : "postgresql";
    }

    private static boolean isActive(SmallRyeConfig config, String what) {
        return config.getValue("quarkus.%s.active".formatted(what), Boolean.class);
    }
}
