package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, told on its public port by a service and by an Alertmanager, up to the posts. */
class ToldChecksIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("backonline.yaml"), """
            page: { name: Example, url: http://status.example.org, languages: [en] }
            services:
              photos:
                name: Photos
                checks: [ { type: heartbeat, id: photos-worker, token: "${env:PHOTOS_TOKEN}", every: 1h } ]
              chat:
                name: Chat
                checks: [ { type: signal, from: alertmanager, token: "${env:ALERTS_TOKEN}", match: { service: chat } } ]
            publish: { problem-after: 0s, recovered-after: 200ms, still-every: [10m] }
            channels:
              desk: { type: console }
            """);
    }

    private Program bot() {
        return Program.start(folder, Map.of("PHOTOS_TOKEN", "made-up-photos", "ALERTS_TOKEN", "made-up-alerts"))
                .ready();
    }

    private static int post(URI address, String token, String type, String body) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).statusCode();
        }
    }

    @Test
    void a_service_that_says_it_fails_is_told_and_so_is_its_recovery() throws Exception {
        try (var bot = bot()) {
            var address = "/heartbeat/photos-worker";
            await().atMost(PATIENCE)
                    .until(() ->
                            post(bot.page(address + "/fail"), "made-up-photos", "text/plain", "planted-word") == 200);
            await().atMost(PATIENCE).until(() -> bot.output().contains("transition=problem services=[photos]"));

            var well = post(bot.page(address), "made-up-photos", "text/plain", "");

            assertThat(well).isEqualTo(200);
            await().atMost(PATIENCE).until(() -> bot.output().contains("We're back online: Photos"));
            assertThat(bot.read(bot.page("/en/"))).doesNotContain("planted-word");
            assertThat(bot.read(bot.management("/q/metrics"))).contains("backonline_notices_total{outcome=\"heard\"}");
        }
    }

    @Test
    void an_alert_is_told_and_so_is_its_end() throws Exception {
        var alert = """
            {"version":"4","alerts":[{"status":"%s","labels":{"alertname":"Errors","service":"chat"},
            "startsAt":"2026-11-22T20:04:23Z","endsAt":"%s","fingerprint":"0a1b"}]}""";
        try (var bot = bot()) {
            var address = bot.page("/signals/alertmanager");
            var firing = alert.formatted("firing", "0001-01-01T00:00:00Z");
            await().atMost(PATIENCE).until(() -> post(address, "made-up-alerts", "application/json", firing) == 200);
            await().atMost(PATIENCE).until(() -> bot.output().contains("You may notice problems with Chat"));

            var status = post(
                    address, "made-up-alerts", "application/json", alert.formatted("resolved", "2026-11-22T20:31:08Z"));

            assertThat(status).isEqualTo(200);
            await().atMost(PATIENCE).until(() -> bot.output().contains("We're back online: Chat"));
            assertThat(post(address, "made-up-photos", "application/json", firing))
                    .isEqualTo(401);
            assertThat(post(bot.page("/heartbeat/nobody"), "made-up-photos", "text/plain", ""))
                    .isEqualTo(404);
        }
    }
}
