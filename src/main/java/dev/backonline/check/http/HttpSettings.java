package dev.backonline.check.http;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The keys of a check of type {@code http}. */
@RegisterForReflection
public record HttpSettings(
        @Setting(value = "The address that is asked, http or https.", example = "https://chat.example.org/health")
        URI url,

        @Setting(value = "The method of the request.", fallback = "GET")
        String method,

        @Setting(
                value = "Headers of the request, by name.",
                fallback = "{}",
                example = "{ authorization: \"Bearer ${env:CHAT_TOKEN}\" }")
        Map<String, Secret> headers,

        @Setting(value = "The body of the request.", example = "'{\"ping\":true}'")
        Optional<Secret> body,

        @Setting(value = "What the answer should be.", fallback = "{}")
        Expectation expect) {
    public HttpSettings {
        headers = Map.copyOf(headers);
    }

    /** The keys under {@code expect}. */
    public record Expectation(
            @Setting(value = "Statuses that mean success.", fallback = "200-299", example = "200-299, 301")
            StatusSet status,

            @Setting(value = "The whole answer should be in within this time; a later one is slow.", example = "800ms")
            Optional<Duration> within,

            @Setting(value = "The body should contain this text.", example = "Welcome")
            Optional<String> text,

            @Setting(
                    value = "The body should contain a match of this regular expression (Java's dialect).",
                    example = "'version [0-9]+'")
            Optional<BodyPattern> matches,

            @Setting(
                    value =
                            "The body should be JSON with these values: a path of names and indexes, and the value that should be"
                                    + " there, or a comparison: `!= down`, `< 5`, `<= 5`, `> 5`, `>= 5`.",
                    fallback = "{}",
                    example = "{ $.status: ok, \"$.queues[0].size\": \"< 1000\" }")
            Map<JsonPath, JsonCondition> json) {
        public Expectation {
            json = Map.copyOf(json);
        }

        boolean readsBody() {
            return text.isPresent() || matches.isPresent() || !json.isEmpty();
        }
    }
}
