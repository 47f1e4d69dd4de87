package dev.backonline.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.backonline.catalog.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a network said of a failure, in its own words, fit to be shown to operators: short, of one line, and without our secrets. */
final class Quote {
    /** Ours: enough for any sentence. */
    private static final int MOST_CHARACTERS = 200;

    /** Where networks put the sentence: Mastodon and Matrix, OAuth, Discord and Slack, Telegram, problem details (RFC 9457). */
    private static final List<String> FIELDS =
            List.of("error_description", "error", "message", "description", "detail", "title");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Quote() {}

    static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    static Optional<String> of(String body, List<Secret> secrets) {
        var said = sentence(json(body)).or(() -> plain(body)).orElse("");
        for (var secret : secrets) {
            said = said.replace(secret.value(), secret.toString());
        }
        var line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(line.substring(0, Math.min(MOST_CHARACTERS, line.length())));
    }

    private static Optional<String> sentence(JsonNode body) {
        return FIELDS.stream()
                .map(body::path)
                .flatMap(node -> node.isTextual() ? Stream.of(node.textValue()) : Stream.empty())
                .findFirst();
    }

    /** A page of HTML says nothing to anybody. */
    private static Optional<String> plain(String body) {
        return body.startsWith("<") || body.startsWith("{") ? Optional.empty() : Optional.of(body);
    }
}
