package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.channel.mastodon.FakeMastodon;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program from a failing check to "We're back online", through a kill -9 in between. */
class TheWholeWayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Breakable services = new Breakable();
    private final FakeMastodon square = new FakeMastodon(Instant::now);

    @BeforeEach
    void write() throws IOException {
        var file = """
            page:
              name: Example
              url: http://status.example.org
              languages: [it, en]
              zone: Europe/Rome
            services:
              chat:
                name: Chat
                checks: [ { type: http, url: "%s", every: 500ms, timeout: 500ms } ]
                fails: 2 of 3
                recovers: 2 of 2
            publish: { problem-after: 0s, recovered-after: 200ms, still-every: [10m] }
            channels:
              square: { type: mastodon, server: "%s", token: "${env:SQUARE_TOKEN}", languages: [it] }
            """.formatted(services.at("/chat"), square.address());
        Files.writeString(folder.resolve("backonline.yaml"), file);
    }

    @AfterEach
    void close() {
        services.close();
        square.close();
    }

    private Program start() {
        return Program.start(folder, Map.of("SQUARE_TOKEN", FakeMastodon.TOKEN)).ready();
    }

    private void awaitStatuses(int count) {
        await().atMost(PATIENCE).until(() -> square.statuses().size() >= count);
    }

    private static String read(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Test
    void a_bot_that_was_killed_tells_the_end_as_a_reply_to_what_it_told_before() throws Exception {
        try (var first = start()) {
            services.breakDown("/chat");
            awaitStatuses(1);
            first.kill();
        }

        try (var second = start()) {
            services.mend("/chat");
            awaitStatuses(2);
            await().atMost(PATIENCE).until(() -> read(second.page("/it/")).contains("Siamo tornati online"));

            assertThat(read(second.page("/history.atom"))).contains("Siamo tornati online");
            assertThat(read(second.page("/api/v2/summary.json"))).contains("\"incidents\":[]");
            assertThat(read(second.management("/q/health/ready"))).contains("\"UP\"");
            assertThat(read(second.management("/q/metrics"))).contains("backonline_deliveries_total");
        }
        assertThat(square.statuses())
                .extracting(FakeMastodon.Status::inReplyTo)
                .isEqualTo(List.of(
                        Optional.empty(),
                        Optional.of(square.statuses().getFirst().id())));
        assertThat(square.statuses().getFirst().text()).startsWith("Potresti notare problemi con Chat al momento.");
        assertThat(square.statuses().getLast().text()).startsWith("Siamo tornati online: Chat.");
    }

    @Test
    void a_post_that_arrived_before_the_connection_was_reset_is_not_made_twice() throws Exception {
        square.ignoreKeys();
        square.next(FakeMastodon.Mishap.RESET_AFTER_CREATING);
        services.breakDown("/chat");

        try (var bot = start()) {
            await().atMost(PATIENCE).until(() -> bot.output().contains("found at the network"));
        }

        assertThat(square.statuses()).hasSize(1);
    }

    @Test
    void a_second_process_on_the_same_data_is_refused() throws Exception {
        try (var _ = start();
                var second = Program.start(folder, Map.of("SQUARE_TOKEN", FakeMastodon.TOKEN))) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).contains("another Backonline (process ");
        }
    }
}
