package dev.backonline.bot.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.setup.LocalKey;
import dev.backonline.bot.setup.Settings;
import dev.backonline.bot.terminal.Console;
import dev.backonline.bot.terminal.Exit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;

/** The bot that runs somewhere, as a command speaks to it: by its management port, with its token. */
final class RunningBot {
    /** Where it is asked; as an environment variable BACKONLINE_OPERATOR_URL. */
    private static final String ADDRESS = "backonline.operator.url";
    /** Its token; as an environment variable BACKONLINE_OPERATOR_TOKEN. Else that of the bot on this machine's data. */
    private static final String TOKEN = "backonline.operator.token";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Console console;

    RunningBot(Console console) {
        this.console = console;
    }

    int get(String path, Function<JsonNode, String> shown) {
        return ask("GET", path, BodyPublishers.noBody(), shown);
    }

    int post(String path, Function<JsonNode, String> shown) {
        return ask("POST", path, BodyPublishers.noBody(), shown);
    }

    int post(String path, JsonNode body, Function<JsonNode, String> shown) {
        return ask("POST", path, BodyPublishers.ofString(body.toString()), shown);
    }

    int delete(String path, Function<JsonNode, String> shown) {
        return ask("DELETE", path, BodyPublishers.noBody(), shown);
    }

    private int ask(String method, String path, BodyPublisher body, Function<JsonNode, String> shown) {
        var base = Settings.find(ADDRESS).orElse("http://localhost:9000");
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .method(method, body)
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token())
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            return answered(answer.statusCode(), json(answer.body()), shown);
        } catch (IOException unreachable) {
            console.err()
                    .println(
                            "No bot answers at %s (%s). Start it, or name its management address in BACKONLINE_OPERATOR_URL."
                                    .formatted(base, reason(unreachable)));
        } catch (IllegalArgumentException noAddress) {
            console.err()
                    .println("BACKONLINE_OPERATOR_URL should be an address such as http://localhost:9000, and is '%s'."
                            .formatted(base));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Exit.IMPOSSIBLE;
    }

    private int answered(int status, JsonNode body, Function<JsonNode, String> shown) {
        if (status == 200) {
            console.out().println(shown.apply(body));
            return Exit.DONE;
        }
        var error = body.path("error").asText("HTTP " + status);
        console.err().println("The bot says: %s.".formatted(error));
        return Exit.IMPOSSIBLE;
    }

    private static String token() {
        return Settings.find(TOKEN)
                .or(() -> LocalKey.found(Installation.found(Settings::find).data())
                        .map(LocalKey::token))
                .orElse("none");
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    private static String reason(IOException failure) {
        var message = failure.getMessage();
        return message == null ? "connection refused" : message;
    }
}
