package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, and what operators hear of it that the public does not. */
class AlarmsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TOKEN = "made-up-token-of-anna";

    @TempDir
    private Path folder;

    private final Breakable services = new Breakable();
    private final ScriptedServer players = new ScriptedServer(
            request -> request.method().equals("POST") ? Reply.of(500, "{}") : Reply.of(200, "{\"name\":\"players\"}"));
    private final ScriptedServer staff = new ScriptedServer(_ -> Reply.of(204, ""));

    @AfterEach
    void close() {
        services.close();
        players.close();
        staff.close();
    }

    private Program started() throws IOException {
        var file = """
            page: { name: Example, url: http://status.example.org, languages: [en, it] }
            services:
              chat:
                name: Chat
                checks: [ { type: http, url: "%s", every: 500ms, timeout: 500ms } ]
                fails: 2 of 3
                recovers: 2 of 2
            publish: { problem-after: 0s, recovered-after: 200ms, approve: always }
            operator: { tokens: { anna: "${env:ANNA_TOKEN}" } }
            channels:
              players: { type: discord-webhook, url: "%s/api/webhooks/1/made-up", on-unknown: hold, settle: 100ms }
              staff: { type: webhook, url: "%s/alarms", audience: internal, expires: "2026-01-01T00:00" }
              desk: { type: console, audience: internal, languages: [it] }
            """.formatted(services.at("/chat"), players.address(), staff.address());
        Files.writeString(folder.resolve("backonline.yaml"), file);
        return Program.start(folder, Map.of("ANNA_TOKEN", TOKEN)).ready();
    }

    private String command(Program bot, String... arguments) throws InterruptedException {
        var environment = Map.of(
                "BACKONLINE_OPERATOR_URL", bot.management("").toString(),
                "BACKONLINE_OPERATOR_TOKEN", TOKEN,
                "ANNA_TOKEN", TOKEN);
        try (var command = Program.start(folder, environment, arguments)) {
            command.exitCode();
            return command.output();
        }
    }

    private static List<String> posted(ScriptedServer server) {
        return server.received().stream()
                .filter(request -> request.method().equals("POST"))
                .map(Received::body)
                .toList();
    }

    private String heard(String type, String kind) {
        await().atMost(PATIENCE)
                .until(() -> posted(staff).stream().anyMatch(body -> body.contains(type) && body.contains(kind)));
        return posted(staff).stream()
                .filter(body -> body.contains(type) && body.contains(kind))
                .findFirst()
                .orElseThrow();
    }

    private static String incident(String alarm) {
        return alarm.replaceAll("(?s).*backonline approve ([a-z0-9]{12}) .*", "$1");
    }

    private void warnedOfCredentials(Program bot) throws IOException, InterruptedException {
        assertThat(heard("dev.backonline.alarm.raised", "\"kind\":\"expiring\""))
                .contains("channel staff end");
        assertThat(bot.read(bot.management("/q/metrics")))
                .contains("backonline_credentials_expiry_seconds{channel=\"staff\"} -");
        assertThat(bot.read(bot.management("/q/health"))).contains("\"credentials-ending\": \"staff\"");
    }

    private void nothingPublicTellsOfIt(Program bot) throws IOException, InterruptedException {
        assertThat(posted(players))
                .hasSize(1)
                .allSatisfy(body -> assertThat(body)
                        .contains("You may notice problems with Chat")
                        .doesNotContainIgnoringCase("alarm"));
        assertThat(posted(staff)).noneMatch(body -> body.contains("You may notice"));
        for (var path : List.of("/", "/history.atom", "/feed.json", "/api/v2/summary.json", "/api/v2/incidents.json")) {
            assertThat(bot.read(bot.page(path))).doesNotContain("alarm", "approval", "backonline release");
        }
    }

    @Test
    void operators_are_told_what_waits_for_them_and_the_public_reads_none_of_it() throws Exception {
        services.breakDown("/chat");
        try (var bot = started()) {
            var awaited = heard("dev.backonline.alarm.raised", "\"kind\":\"approvalawaited\"");
            await().atMost(PATIENCE).until(() -> bot.output().contains("Allarme su Example: un annuncio su chat"));
            assertThat(awaited).contains("Alarm at Example: news of chat waits for your approval until ");
            assertThat(posted(players)).isEmpty();

            assertThat(command(bot, "approve", incident(awaited))).contains("Approved: incident ");

            assertThat(heard("dev.backonline.alarm.raised", "\"kind\":\"held\""))
                    .contains("backonline release ");
            assertThat(heard("dev.backonline.alarm.cleared", "\"kind\":\"approvalawaited\""))
                    .contains("Alarm over at Example");
            warnedOfCredentials(bot);
            nothingPublicTellsOfIt(bot);
        }
        var before = posted(staff).size();
        try (var again = started()) {
            await().atMost(PATIENCE).until(() -> again.output().contains("alarm=held"));
            await().during(Duration.ofSeconds(6))
                    .atMost(PATIENCE)
                    .until(() -> posted(staff).size() == before);
        }
    }
}
