package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program is copied while it works, and goes on elsewhere where the copy left off. */
class BackupIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Breakable services = new Breakable();
    private final Map<String, String> settings = new HashMap<>(Program.QUICK);

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("backonline.yaml"), """
                page: { name: Example, url: http://status.example.org, languages: [en] }
                services:
                  chat:
                    name: Chat
                    checks: [ { type: http, url: "%s", every: 500ms, timeout: 500ms } ]
                    fails: 2 of 3
                    recovers: 2 of 2
                publish: { problem-after: 0s, recovered-after: 200ms, still-every: [10m] }
                channels:
                  desk: { type: console }
                """.formatted(services.at("/chat")));
    }

    @AfterEach
    void close() {
        services.close();
    }

    private static String incidents(Program bot) {
        try {
            return bot.read(bot.page("/api/v2/incidents.json"));
        } catch (IOException unreachable) {
            return unreachable.toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return interrupted.toString();
        }
    }

    private String backup(int exit) throws InterruptedException {
        try (var command = Program.start(folder, settings, "backup", "copy.db")) {
            assertThat(command.exitCode()).isEqualTo(exit);
            return command.output();
        }
    }

    @Test
    void a_restored_bot_ends_the_incident_that_was_open_and_tells_nothing_twice() throws Exception {
        services.breakDown("/chat");
        try (var bot = Program.start(folder, settings).ready()) {
            await().atMost(PATIENCE).until(() -> bot.output().contains("You may notice problems with Chat"));
            await().atMost(PATIENCE).until(() -> incidents(bot).contains("investigating"));

            assertThat(backup(0)).contains("Copied to copy.db: ").contains(" bytes, checked.");
            assertThat(backup(1)).contains("copy.db is there already").contains("Nothing is copied.");
        }
        Files.createDirectory(folder.resolve("restored"));
        Files.move(folder.resolve("copy.db"), folder.resolve("restored/backonline.db"));
        settings.put("BACKONLINE_DATA", "restored");
        services.mend("/chat");

        try (var bot = Program.start(folder, settings).ready()) {
            await().atMost(PATIENCE).until(() -> bot.output().contains("back online"));

            assertThat(incidents(bot)).contains("resolved");
            assertThat(bot.output()).doesNotContain("You may notice problems with Chat");
        }
    }

    @Test
    void on_postgresql_its_own_tools_are_named() throws Exception {
        settings.put("QUARKUS_DATASOURCE_POSTGRESQL_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/none");

        assertThat(backup(1))
                .contains("The bot keeps everything in PostgreSQL, whose own pg_dump copies it. Nothing is copied.");
    }

    @Test
    void a_backup_has_a_name() throws Exception {
        try (var command = Program.start(folder, settings, "backup")) {
            assertThat(command.exitCode()).isEqualTo(2);
            assertThat(command.output()).contains("FILE");
        }
    }
}
