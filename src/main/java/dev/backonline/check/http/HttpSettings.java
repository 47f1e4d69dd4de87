package dev.backonline.check.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import dev.backonline.check.Tls;
import dev.backonline.check.Way;
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

        @Setting(
                value =
                        "The HTTP that is spoken, `1.1` or `2`: by ALPN for https, with prior knowledge for http. A server that doesn't is a"
                                + " failure. With `2` each question has a connection of its own.",
                fallback = "1.1")
        Way.HttpVersion version,

        @Setting(
                value =
                        "Which addresses of the host (or of the proxy, if there is one) are tried: `any`, in the machine's order, `4` or `6`.",
                fallback = "any")
        Way.Family ip,

        @Setting(
                value =
                        "A proxy that carries the request. One that fails or refuses us says nothing about the service; one that says that it"
                                + " cannot reach the service does.",
                example = "{ host: \"proxy.example.org:3128\" }")
        Optional<Way.Proxy> proxy,

        @Setting(
                value = "How TLS is done, if not as the machine has it.",
                example = "{ ca: \"${file:/etc/backonline/authority.pem}\" }")
        Optional<Tls> tls,

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

    /** How the request is to be carried. */
    Way way() {
        return new Way(
                version, ip, proxy, tls.orElse(Tls.USUAL), expect.readAtMost().bytes(), false);
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
            Map<JsonPath, JsonCondition> json,

            @Setting(
                    value =
                            "How much of the body is read; what comes after it is neither waited for nor looked at. At most 16MiB.",
                    fallback = "1MiB",
                    example = "64KiB")
            BodySize readAtMost) {
        public Expectation {
            json = Map.copyOf(json);
        }

        boolean readsBody() {
            return text.isPresent() || matches.isPresent() || !json.isEmpty();
        }
    }
}
