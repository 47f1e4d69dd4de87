package dev.backonline.check.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
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

        @Setting(
                value = "User and password, which are sent as HTTP's basic authentication.",
                example = "{ user: probe, password: \"${env:CHAT_PASSWORD}\" }")
        Optional<Basic> basic,

        @Setting(value = "A token that is sent as bearer authentication.", example = "\"${env:CHAT_TOKEN}\"")
        Optional<Secret> bearer,

        @Setting(
                value =
                        "What is done about a redirect whose status is not expected: `follow` goes along with `GET` and `HEAD`,"
                                + " at most 5 times, on the same host and port or from http to https; one that leads elsewhere is a"
                                + " failure, as all are with `none`.",
                fallback = "follow")
        Redirects redirects,

        @Setting(value = "What the answer should be.", fallback = "{}")
        Expectation expect) {
    public HttpSettings {
        headers = Map.copyOf(headers);
    }

    /** The value of the header that says who asks (RFC 7617, RFC 6750). */
    Optional<String> authorization() {
        return bearer.map(token -> "Bearer " + token.value())
                .or(() -> basic.map(known -> "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (known.user() + ":" + known.password().value()).getBytes(UTF_8))));
    }

    /** Whether a redirect is followed. */
    public enum Redirects {
        NONE,
        FOLLOW
    }

    /** The keys under {@code basic}. */
    public record Basic(
            @Setting(value = "The user, without a colon.", example = "probe")
            String user,

            @Setting(value = "The password.", example = "\"${env:CHAT_PASSWORD}\"")
            Secret password) {}

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
