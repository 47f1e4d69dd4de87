package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program where only a person can decide: a post that may have arrived, at a network that can't be looked at. */
class OperatorIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern HELD = Pattern.compile("(\\d+) +held");

    @TempDir
    private Path folder;

    private final Breakable services = new Breakable();
    private final AtomicInteger created = new AtomicInteger();
    private final ScriptedServer players = new ScriptedServer(_ -> Reply.of(404, ""));

    @BeforeEach
    void write() throws IOException {
        var file = """
            page: { name: Example, url: http://status.example.org, languages: [en] }
            services:
              chat:
                name: Chat
                checks: [ { type: http, url: "%s", every: 500ms, timeout: 500ms } ]
                fails: 2 of 3
                recovers: 2 of 2
            publish: { problem-after: 0s, recovered-after: 200ms, still-every: [10m] }
            channels:
              players:
                type: discord-webhook
                url: "%s/api/webhooks/1/made-up"
                on-unknown: hold
                settle: 1s
            """.formatted(services.at("/chat"), players.address());
        Files.writeString(folder.resolve("backonline.yaml"), file);
    }

    @AfterEach
    void close() {
        services.close();
        players.close();
    }

    private String command(Program bot, String... arguments) throws InterruptedException {
        var address = bot.management("").toString();
        try (var command = Program.start(folder, Map.of("BACKONLINE_OPERATOR_URL", address), arguments)) {
            command.exitCode();
            return command.output();
        }
    }

    @Test
    void refused_credentials_are_said_and_end_the_command() throws Exception {
        players.script(_ -> Reply.of(401, "{}"));

        try (var command = Program.start(folder, Map.of(), "validate", "--live")) {
            assertThat(command.exitCode()).isEqualTo(1);
            assertThat(command.output())
                    .contains("players (discord-webhook) is refused: ")
                    .doesNotContain("sun.misc.Unsafe");
        }
    }

    private static String read(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private Program withOneHeld() {
        players.script(request -> {
            if (request.method().equals("POST")) {
                created.incrementAndGet();
                return new Reset();
            }
            return Reply.of(200, "{\"name\":\"players\"}");
        });
        services.breakDown("/chat");
        var bot = Program.start(folder, new HashMap<>()).ready();
        await().atMost(PATIENCE).until(() -> bot.output().contains("state=held"));
        return bot;
    }

    @Test
    void a_held_post_is_shown_and_sent_when_it_is_released() throws Exception {
        try (var bot = withOneHeld()) {
            await().atMost(PATIENCE)
                    .until(() -> read(bot.management("/q/metrics"))
                            .contains("backonline_deliveries_held{channel=\"players\"} 1.0"));
            assertThat(read(bot.management("/q/health/ready"))).contains("\"held\": 1");
            players.script(_ -> {
                created.incrementAndGet();
                return Reply.of(200, "{\"id\":\"7\",\"channel_id\":\"8\"}");
            });

            var shown = command(bot, "deliveries");

            assertThat(shown)
                    .contains("players/en")
                    .contains("release or drop it")
                    .contains("You may notice problems with Chat");
            var id = HELD.matcher(shown);
            assertThat(id.find()).isTrue();
            assertThat(command(bot, "release", id.group(1)))
                    .contains("Released: ")
                    .contains("released by an operator");
            await().atMost(PATIENCE).untilAtomic(created, org.hamcrest.Matchers.is(2));
            await().atMost(PATIENCE).until(() -> command(bot, "deliveries").contains("Nothing waits: all is told."));
        }
    }

    @Test
    void a_dropped_post_is_never_sent_again() throws Exception {
        try (var bot = withOneHeld()) {
            var id = HELD.matcher(command(bot, "deliveries"));
            assertThat(id.find()).isTrue();

            var dropped = command(bot, "drop", id.group(1));

            assertThat(dropped).contains("Dropped: ").contains("abandoned");
            assertThat(command(bot, "drop", id.group(1)))
                    .contains("The bot says: delivery %s is abandoned; only a held one waits for a person."
                            .formatted(id.group(1)));
            assertThat(command(bot, "release", "4711")).contains("The bot says: there is no delivery 4711.");
            assertThat(created).hasValue(1);
        }
    }

    @Test
    void nobody_is_let_in_without_the_token() throws Exception {
        try (var bot = Program.start(folder, Map.of()).ready()) {
            assertThat(read(bot.management("/operator/deliveries"))).contains("the token is missing or wrong");
            assertThat(Files.getPosixFilePermissions(folder.resolve("data/operator.token")))
                    .hasSize(2);
        }
    }

    @Test
    void a_bot_that_does_not_run_is_said_not_to_answer() throws Exception {
        var nowhere = Map.of("BACKONLINE_OPERATOR_URL", ScriptedServer.nowhere().toString());

        try (var command = Program.start(folder, nowhere, "deliveries")) {
            assertThat(command.exitCode()).isEqualTo(1);
            assertThat(command.output()).startsWith("No bot answers at http://").doesNotContain("\tat ");
        }
    }

    @Test
    void a_test_is_posted_to_one_channel() throws Exception {
        players.script(_ -> Reply.of(200, "{\"id\":\"7\",\"channel_id\":\"8\"}"));

        try (var command = Program.start(folder, Map.of(), "send-test", "players")) {
            assertThat(command.exitCode()).isZero();
            assertThat(command.output()).contains("players (discord-webhook) has it");
        }
        assertThat(players.last().body()).contains("A test by Example: this channel works. Nothing is wrong.");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_test_for_a_channel_that_is_not_there_names_those_that_are() throws Exception {
        try (var command = Program.start(folder, Map.of(), "send-test", "player")) {
            assertThat(command.exitCode()).isEqualTo(1);
            assertThat(command.output())
                    .contains("The file has no channel 'player'; it has: players. Nothing is sent.");
        }
    }

    @Test
    void credentials_are_asked_about_without_a_post() throws Exception {
        players.script(_ -> Reply.of(200, "{\"name\":\"Players' hook\"}"));

        try (var command = Program.start(folder, Map.of(), "validate", "--live")) {
            assertThat(command.exitCode()).isZero();
            assertThat(command.output()).contains("players (discord-webhook) is ready: ");
        }
        assertThat(players.received()).noneMatch(request -> request.method().equals("POST"));
    }
}
