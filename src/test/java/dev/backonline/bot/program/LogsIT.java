package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged program writes into its log, for people and for machines. */
class LogsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NEWS = "transition=problem services=[port]";

    private final ObjectMapper mapper = new ObjectMapper();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("backonline.yaml"), """
            page: { name: Example, url: http://status.example.org, languages: [en] }
            services:
              port:
                name: 'A "port"'
                checks: [ { type: tcp, host: "127.0.0.1:1", every: 1s, timeout: 900ms } ]
            publish: { problem-after: 0s }
            """);
    }

    @Test
    void by_a_setting_each_entry_is_an_object_on_a_line_of_its_own() {
        var bot = Program.start(folder, Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"));
        try (bot) {
            await().atMost(PATIENCE).until(() -> bot.output().contains(NEWS));
        }

        assertThat(entries(bot))
                .allSatisfy(entry -> {
                    assertThat(Instant.parse(entry.path("timestamp").asText())).isAfter(Instant.EPOCH);
                    assertThat(entry.path("loggerName").asText()).isNotEmpty();
                })
                .anySatisfy(entry -> {
                    assertThat(entry.path("level").asText()).isEqualTo("INFO");
                    assertThat(entry.path("message").asText()).contains(NEWS);
                })
                .anySatisfy(entry -> assertThat(entry.path("level").asText()).isEqualTo("WARN"));
    }

    @Test
    void without_it_people_can_read_it() {
        try (var bot = Program.start(folder, Map.of())) {
            await().atMost(PATIENCE).until(() -> bot.output().contains(NEWS));

            assertThat(bot.output()).doesNotContain("{\"timestamp\"").contains(" INFO ");
        }
    }

    /** A JVM may have something of its own to say, which is no log. */
    private List<JsonNode> entries(Program bot) {
        assertThat(bot.output().lines()).noneMatch(line -> line.matches("\\S+ \\S+ (INFO|WARN|ERROR) .*"));
        return bot.output()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(this::entry)
                .toList();
    }

    private JsonNode entry(String line) {
        try {
            return mapper.readTree(line);
        } catch (JsonProcessingException text) {
            throw new AssertionError("no JSON: " + line, text);
        }
    }
}
