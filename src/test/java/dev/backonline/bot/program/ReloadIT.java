package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, whose file is changed while it runs. */
class ReloadIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final Breakable services = new Breakable();
    private final ScriptedServer hook = new ScriptedServer(_ -> Reply.of(204, ""));

    @AfterEach
    void close() {
        services.close();
        hook.close();
    }

    private String file() {
        return """
            page: { name: Example, url: http://status.example.org, languages: [en] }
            services:
              chat:
                name: Chat
                checks: [ { type: http, url: "%s", every: 500ms } ]
                fails: 2 of 3
                recovers: 2 of 2
            publish: { problem-after: 0s, recovered-after: 200ms }
            operator: { tokens: { anna: "${file:anna}" } }
            channels:
              hook: { type: webhook, url: "%s/hook" }
              staff: { type: webhook, url: "%s/staff", audience: internal }
            """.formatted(services.at("/chat"), hook.address(), hook.address());
    }

    private String withCalls() {
        return file().replace("publish:", """
              calls: { name: Calls, checks: [ { type: http, url: "%s", every: 500ms } ] }
            publish:""".formatted(services.at("/calls")));
    }

    private Program started() throws IOException {
        write("anna", "made-up-token-of-anna");
        write("backonline.yaml", file());
        return Program.start(folder, Program.QUICK).ready();
    }

    private void write(String name, String text) throws IOException {
        var fresh = Files.writeString(folder.resolve(name + ".fresh"), text);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> heard(String path) {
        return hook.received().stream()
                .filter(request -> request.target().equals(path))
                .map(Received::body)
                .map(body -> body.replaceAll("(?s).*\"type\"\\s*:\\s*\"dev\\.backonline\\.([a-z.]+)\".*", "$1"))
                .toList();
    }

    private static void awaitRead(Program bot, String path, String text) {
        await(text).atMost(PATIENCE).until(() -> bot.read(bot.page(path)).contains(text));
    }

    private static void awaitFigure(Program bot, String figure) {
        await(figure)
                .atMost(PATIENCE)
                .until(() -> bot.read(bot.management("/q/metrics")).contains(figure));
    }

    private static int status(Program bot, String token) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(bot.management("/operator/incidents"))
                    .header("authorization", "Bearer " + token)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void a_service_that_is_added_amid_an_outage_is_watched_and_the_outage_goes_on() throws Exception {
        try (var bot = started()) {
            awaitRead(bot, "/api/v2/summary.json", "\"operational\"");
            services.breakDown("/chat");
            await().atMost(PATIENCE).until(() -> heard("/hook").size() == 1);

            write("backonline.yaml", withCalls());
            awaitRead(bot, "/en/", "Calls");
            awaitFigure(bot, "backonline_deliveries_open{channel=\"hook\"} 0.0");
            assertThat(bot.read(bot.page("/en/"))).contains("You may notice problems with Chat");
            services.breakDown("/calls");
            await().atMost(PATIENCE).until(() -> heard("/hook").size() == 2);
            services.mend("/chat");
            services.mend("/calls");
            await().atMost(PATIENCE).until(() -> heard("/hook").size() == 4);

            assertThat(heard("/hook"))
                    .containsExactly("incident.problem", "incident.problem", "incident.resolved", "incident.resolved");
            assertThat(bot.output())
                    .contains("The file was changed, and the bot goes by it now services=2 channels=2")
                    .doesNotContain("ERROR");
        }
    }

    @Test
    void a_bad_edit_changes_nothing_and_is_said_everywhere_until_it_is_mended() throws Exception {
        try (var bot = started()) {
            awaitFigure(bot, "backonline_config_last_reload_successful 1.0");

            write("backonline.yaml", withCalls().replace("type: http", "type: htpp"));
            awaitFigure(bot, "backonline_config_last_reload_successful 0.0");
            await().atMost(PATIENCE).until(() -> heard("/staff").equals(List.of("alarm.raised")));

            assertThat(bot.output().lines().filter(line -> line.endsWith("Going on by the file as it was.")))
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("backonline.yaml:5:", "services.chat.checks[0].type: 'htpp' is no known type");
            assertThat(bot.read(bot.management("/q/health")))
                    .contains("\"valid\": false", "'htpp' is no known type")
                    .doesNotContain("DOWN");
            assertThat(bot.read(bot.page("/en/"))).contains("Chat").doesNotContain("Calls");

            services.breakDown("/chat");
            await().atMost(PATIENCE).until(() -> heard("/hook").equals(List.of("incident.problem")));
            write("backonline.yaml", withCalls());
            awaitFigure(bot, "backonline_config_last_reload_successful 1.0");
            awaitRead(bot, "/en/", "Calls");
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> heard("/staff").equals(List.of("alarm.raised", "alarm.cleared")));
        }
    }

    @Test
    void a_secret_that_changes_in_its_file_is_read_again() throws Exception {
        try (var bot = started()) {
            assertThat(status(bot, "made-up-token-of-anna")).isEqualTo(200);

            write("anna", "another-made-up-token");

            await().atMost(PATIENCE).until(() -> status(bot, "another-made-up-token") == 200);
            assertThat(status(bot, "made-up-token-of-anna")).isEqualTo(401);
            assertThat(bot.output()).doesNotContain("made-up-token");
        }
    }
}
