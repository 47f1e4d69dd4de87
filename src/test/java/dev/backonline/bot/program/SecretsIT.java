package dev.backonline.bot.program;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are planted in every place that takes one, and networks that repeat them; then they are looked for wherever the bot writes. */
class SecretsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Breakable services = new Breakable();
    private final PlantedSecrets secrets = new PlantedSecrets();

    @BeforeEach
    void write() throws IOException {
        var file = secrets.file(services.at("/chat"));
        Files.writeString(folder.resolve("backonline.yaml"), file);
    }

    @AfterEach
    void close() throws IOException {
        services.close();
        secrets.close();
    }

    @Test
    void no_secret_is_written_anywhere() throws Exception {
        services.breakDown("/chat");
        var environment = Map.of(
                "SQUARE", "s3cr3t-square",
                "BACKONLINE_KEY", "czNjcjN0LXMzY3IzdC1zM2NyM3QhczNjcjN0LXMzY3I=",
                "QUARKUS_LOG_LEVEL", "TRACE");

        try (var bot = Program.start(folder, environment).ready()) {
            for (var path : PlantedSecrets.CHANNELS.values()) {
                await(path).atMost(PATIENCE).until(() -> secrets.isAsked(path));
            }
            for (var channel : PlantedSecrets.CHANNELS.keySet()) {
                await(channel).atMost(PATIENCE).until(() -> hasAnswered(bot, channel));
            }
            await("letters").atMost(PATIENCE).until(() -> hasAnswered(bot, PlantedSecrets.LETTERS));

            PlantedSecrets.assertClean("log", bot.output());
            for (var path : List.of("/q/metrics", "/q/health", "/operator/deliveries")) {
                PlantedSecrets.assertClean(path, read(bot.management(path)));
            }
            for (var path : List.of("/", "/history.atom", "/feed.json", "/api/v2/incidents.json")) {
                PlantedSecrets.assertClean(path, read(bot.page(path)));
            }
        }
        for (var file : files()) {
            PlantedSecrets.assertClean(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
    }

    /** The answer has been read and written down, whatever it was. */
    private static boolean hasAnswered(Program bot, String channel) {
        return bot.output()
                .lines()
                .anyMatch(
                        line -> line.contains("channel=" + channel + " language=") && !line.contains("state=sending"));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(folder.resolve("data"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String read(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
