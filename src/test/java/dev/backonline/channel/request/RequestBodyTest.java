package dev.backonline.channel.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Posts;
import dev.backonline.channel.api.BodyFormat;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a value holds, it stays a value; and what can't be filled in or escaped is a mistake. */
class RequestBodyTest {
    private static final String VALUE = "a\"b\\c\nd&e<f>'g' ü";

    private static RequestSettings settings(Map<String, Secret> headers, String body, Map<String, Secret> secrets) {
        return new RequestSettings(
                new SecretAddress(URI.create("https://service.example.org/messages")),
                RequestSettings.Method.PUT,
                headers,
                body,
                secrets,
                Successes.parse("200-299"),
                Optional.empty(),
                Optional.empty(),
                10_000,
                OnUnknown.HOLD);
    }

    private static String mistakes(Map<String, Secret> headers, String body, Map<String, Secret> secrets) {
        return String.join("\n", new RequestMistakes(settings(headers, body, secrets)).all());
    }

    private static Map<String, Secret> typed(String contentType) {
        return Map.of("Content-Type", new Secret(contentType));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {\"t\":\"a\\\"b\\\\c\\nd&e<f>'g' ü\"}",
                "application/problem+json; charset=utf-8 | {\"t\":\"a\\\"b\\\\c\\nd&e<f>'g' ü\"}",
                "application/x-www-form-urlencoded | {\"t\":\"a%22b%5Cc%0Ad%26e%3Cf%3E%27g%27+%C3%BC\"}",
            })
    void a_value_is_escaped_as_the_content_type_wants_it(String contentType, String body) {
        var format = BodyFormat.of(contentType).orElseThrow();

        assertThat(new RequestBody("{\"t\":\"{text}\"}", format).prepared(Posts.saying(VALUE)))
                .isEqualTo(body);
    }

    @Test
    void in_xml_and_in_plain_text_too() {
        assertThat(new RequestBody("<t>{text}</t>", BodyFormat.of("text/xml").orElseThrow())
                        .prepared(Posts.saying(VALUE + "\u0000")))
                .isEqualTo("<t>a&quot;b\\c\nd&amp;e&lt;f&gt;&apos;g&apos; ü</t>");
        assertThat(new RequestBody("> {text}", BodyFormat.of("text/plain").orElseThrow()).prepared(Posts.saying(VALUE)))
                .isEqualTo("> " + VALUE);
    }

    @Test
    void a_body_that_is_well_is_no_mistake() {
        assertThat(mistakes(
                        Map.of(), "{\"a\":{\"b\":[\"{text}\",\"{token}\"]}}", Map.of("token", new Secret("made-up"))))
                .isEmpty();
        assertThat(mistakes(typed("application/x-www-form-urlencoded"), "text={text}", Map.of()))
                .isEmpty();
    }

    @Test
    void a_variable_that_nobody_knows_is_a_mistake_that_names_those_known() {
        assertThat(mistakes(Map.of(), "{\"a\":\"{txt}\"}", Map.of()))
                .contains("body names no known variable '{txt}'; known: incident, key, language, ")
                .contains("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": {text}}", "{\"a\":\"{text}\"", "{text}", "{\"a\":1} {\"b\":2}", ""})
    void a_body_that_would_be_no_json_is_a_mistake(String body) {
        assertThat(mistakes(Map.of(), body, Map.of())).contains("body should be JSON");
    }

    @Test
    void a_kind_of_body_that_we_cannot_escape_in_is_a_mistake() {
        assertThat(mistakes(typed("text/html"), "<p>{text}</p>", Map.of()))
                .contains("content-type should be JSON, a form, XML or text/plain");
    }

    @Test
    void names_that_cannot_be_are_mistakes_that_show_no_value() {
        var headers = Map.of("x y", new Secret("s3cr3t-one"), "x-z", new Secret("s3cr3t\ntwo"));

        assertThat(mistakes(headers, "{}", Map.of("text", new Secret("s3cr3t-three"), "My", new Secret("s3cr3t-four"))))
                .contains("header 'x y'", "header 'x-z'", "the secret 'text'", "the secret 'My'")
                .doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200 | 200", "200-204 | 202", "200, 204 | 204"})
    void successes_are_read(String text, int status) {
        assertThat(Successes.parse(text).contain(status)).isTrue();
        assertThat(Successes.parse(text).contain(299)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "2xx", "200-", "200-404", "302"})
    void what_is_no_success_is_a_mistake(String text) {
        assertThatThrownBy(() -> Successes.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'%s' should be statuses from 200 to 299", text);
    }
}
