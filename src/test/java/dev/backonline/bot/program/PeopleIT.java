package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, and people who command it: what waits for them, what they hold back, and what they take back. */
class PeopleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOKEN = "made-up-token-of-anna";
    private static final Pattern DRAFTED = Pattern.compile("decision=drafted incident=([a-z0-9]{12})");

    @TempDir
    private Path folder;

    private final AtomicLong posts = new AtomicLong(100);
    private final Breakable services = new Breakable();
    private final ScriptedServer players = new ScriptedServer(request -> Reply.of(
            200,
            request.method().equals("POST")
                    ? "{\"id\":\"%d\",\"channel_id\":\"8\"}".formatted(posts.incrementAndGet())
                    : "{\"name\":\"players\"}"));

    @AfterEach
    void close() {
        services.close();
        players.close();
    }

    private Program started(String approve) throws IOException {
        var file = """
            page: { name: Example, url: http://status.example.org, languages: [en] }
            services:
              chat:
                name: Chat
                checks: [ { type: http, url: "%s", every: 500ms, timeout: 500ms } ]
                fails: 2 of 3
                recovers: 2 of 2
            publish: { problem-after: 0s, recovered-after: 200ms, still-every: [10m], approve: %s }
            operator: { tokens: { anna: "${env:ANNA_TOKEN}" } }
            channels:
              players: { type: discord-webhook, url: "%s/api/webhooks/1/made-up" }
            """.formatted(services.at("/chat"), approve, players.address());
        Files.writeString(folder.resolve("backonline.yaml"), file);
        return Program.start(folder, Map.of("ANNA_TOKEN", TOKEN)).ready();
    }

    private String command(Program bot, String... arguments) throws InterruptedException {
        return as(TOKEN, bot, arguments);
    }

    private String as(String token, Program bot, String... arguments) throws InterruptedException {
        var environment = Map.of(
                "BACKONLINE_OPERATOR_URL", bot.management("").toString(),
                "BACKONLINE_OPERATOR_TOKEN", token,
                "ANNA_TOKEN", TOKEN);
        try (var command = Program.start(folder, environment, arguments)) {
            command.exitCode();
            return command.output();
        }
    }

    private void awaitPost(int count, String words) {
        await().atMost(PATIENCE).until(() -> players.posted().size() >= count);
        assertThat(players.posted()).hasSize(count);
        assertThat(players.posted().getLast()).contains(words);
    }

    private static String drafted(Program bot) {
        await().atMost(PATIENCE).until(() -> DRAFTED.matcher(bot.output()).find());
        var drafted = DRAFTED.matcher(bot.output());
        assertThat(drafted.find()).isTrue();
        return drafted.group(1);
    }

    /** What was decided, and who commanded what. */
    private void explained(Program bot, String id) throws InterruptedException {
        assertThat(command(bot, "incidents", id))
                .contains("why: ")
                .contains("players/en sent: ")
                .contains("correction");
        assertThat(command(bot, "audit"))
                .contains("anna       approve incident " + id)
                .contains("A drill was taken for real.")
                .contains("refused: nothing of incident");
    }

    @Test
    void a_draft_is_told_once_it_is_approved_and_taken_back_when_it_was_wrong() throws Exception {
        services.breakDown("/chat");
        try (var bot = started("always")) {
            var id = drafted(bot);
            assertThat(command(bot, "incidents"))
                    .contains(id + "  waits for approval until ")
                    .contains("why: ");
            assertThat(as("another-made-up-token", bot, "approve", id))
                    .contains("The bot says: the token is missing or wrong");
            assertThat(players.posted()).isEmpty();
            assertThat(bot.read(bot.management("/q/metrics")))
                    .contains("backonline_drafts 1.0")
                    .contains("backonline_muted 0.0")
                    .contains("backonline_channel_refused{channel=\"players\"} 0.0");

            assertThat(command(bot, "approve", id)).contains("Approved: incident " + id);
            awaitPost(1, "You may notice problems with Chat");
            assertThat(command(bot, "approve", id))
                    .contains("The bot says: nothing of incident '%s' waits for approval".formatted(id));
            assertThat(command(bot, "correct", id, "--text", "en=A drill was taken for real."))
                    .contains("Withdrawn: incident " + id);
            awaitPost(2, "A drill was taken for real.");

            explained(bot, id);
            assertThat(bot.output()).doesNotContain(TOKEN);
        }
    }

    @Test
    void nothing_is_told_while_it_is_muted_and_what_is_still_so_is_told_afterwards() throws Exception {
        try (var bot = started("never")) {
            assertThat(command(bot, "mute", "on", "--why", "a drill"))
                    .contains("Muted: nothing automatic becomes public.");
            services.breakDown("/chat");
            await().atMost(PATIENCE).until(() -> bot.output().contains("alarm=silenced"));
            assertThat(command(bot, "mute")).contains("Muted by anna since ").contains(": a drill");
            assertThat(players.posted()).isEmpty();
            assertThat(bot.read(bot.management("/q/metrics"))).contains("backonline_muted 1.0");

            assertThat(command(bot, "mute", "off")).contains("Not muted: what is so now is told.");

            awaitPost(1, "You may notice problems with Chat");
        }
    }

    @Test
    void trouble_in_a_maintenance_that_a_person_scheduled_is_expected() throws Exception {
        try (var bot = started("never")) {
            assertThat(command(
                            bot, "maintenance", "schedule", "--service", "caht", "--title", "en=Works", "--for", "1h"))
                    .contains("The bot says: services: 'caht' is no known service; known services: chat.");
            assertThat(command(
                            bot,
                            "maintenance",
                            "schedule",
                            "--service",
                            "chat",
                            "--title",
                            "en=Works",
                            "--for",
                            "1h",
                            "--id",
                            "works",
                            "--quiet"))
                    .contains("Scheduled: works  in_progress");
            services.breakDown("/chat");
            await().atMost(PATIENCE)
                    .until(() -> bot.read(bot.page("/api/v2/summary.json")).contains("under_maintenance"));
            assertThat(players.posted()).isEmpty();

            assertThat(command(bot, "maintenance", "cancel", "works")).contains("Called off: maintenance works.");

            awaitPost(1, "You may notice problems with Chat");
            assertThat(command(bot, "maintenance")).contains("works  completed");
        }
    }
}
