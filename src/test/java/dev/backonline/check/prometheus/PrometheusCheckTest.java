package dev.backonline.check.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Wire;
import dev.backonline.check.prometheus.PrometheusSettings.Nothing;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusCheckTest {
    @ParameterizedTest(name = "{0} with above {1}, below {2}")
    @CsvSource({
        "0.05, 0.05, '', ''",
        "0.06, 0.05, '', 'a value is 0.06, above 0.05'",
        "+Inf, 0.05, '', 'a value is Infinity, above 0.05'",
        "-Inf, '', 1, 'a value is -Infinity, below 1'",
        "1, '', 1, ''",
        "0, '', 1, 'a value is 0.0, below 1'",
        "1e3, 2e3, 5e2, ''",
        "5, 4, 6, 'a value is 5.0, above 4'"
    })
    void a_value_is_compared(String value, String above, String below, String reason) {
        var answer = answer(200, scalar(value), above, below);

        assertThat(answer).isEqualTo(reason.isEmpty() ? new Answer.Up() : new Answer.Down(Layer.ANSWER, reason));
    }

    @Test
    void the_worst_series_counts() {
        var answer = answer(200, vector("0.01", "NaN", "0.5"), "0.05", "");

        assertThat(answer).isEqualTo(new Answer.Down(Layer.ANSWER, "a value is 0.5, above 0.05"));
    }

    @ParameterizedTest
    @EnumSource
    void no_value_means_what_the_file_says(Nothing empty) {
        var settings = settings("1", "", empty);

        var none = new PrometheusCheck(settings, Duration.ofSeconds(1), _ -> answered(200, vector())).ask();
        var noNumber = new PrometheusCheck(settings, Duration.ofSeconds(1), _ -> answered(200, vector("NaN"))).ask();

        assertThat(none)
                .isEqualTo(noNumber)
                .isEqualTo(
                        switch (empty) {
                            case INCONCLUSIVE -> new Answer.Inconclusive("the query gave no value");
                            case DOWN -> new Answer.Down(Layer.ANSWER, "the query gave no value");
                            case OK -> new Answer.Up();
                        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html>                                                                       | not JSON
            200 | {}                                                                           | HTTP 200
            400 | {"status":"error","errorType":"bad_data","error":"parse error"}              | HTTP 400: parse error
            503 | {"status":"error","error":"one\\ntwo"}                                        | HTTP 503: one two
            401 | Unauthorized                                                                 | HTTP 401
            200 | {"status":"success","data":{"resultType":"matrix","result":[]}}              | the query should give a number or an instant vector
            200 | {"status":"success","data":{"resultType":"vector","result":[{"histogram":[]}]}} | a series has no number, such as one of histograms
            200 | {"status":"success","data":{"resultType":"scalar","result":[1,"many"]}}      | a series has no number, such as one of histograms
            """)
    void a_server_that_cannot_tell_says_nothing_about_the_service(int status, String body, String reason) {
        var answer = answer(status, body, "1", "");

        assertThat(answer).isEqualTo(new Answer.Inconclusive(reason));
    }

    @Test
    void json_that_is_nested_without_end_is_not_json() {
        var answer = answer(200, "[".repeat(100_000), "1", "");

        assertThat(answer).isEqualTo(new Answer.Inconclusive("not JSON"));
    }

    @Test
    void settings_that_cannot_be_asked_are_mistakes() {
        var settings = new PrometheusSettings(
                URI.create("http://a.example/?x"),
                " ",
                Optional.empty(),
                Optional.empty(),
                Nothing.DOWN,
                Map.of("x", new Secret("made-up\r\ny: z")),
                Optional.empty());

        var mistakes = new PrometheusKind().mistakes(settings);

        assertThat(mistakes)
                .containsExactly(
                        "server 'http://a.example/?x' should end before any '?' or '#'",
                        "query should not be empty",
                        "above or below should be given, or any value is good",
                        "header 'x' should have a name without spaces and a value in one line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "NaN", "1 2"})
    void a_threshold_that_is_no_number_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Threshold.parse(text))
                .withMessage("'%s' should be a number".formatted(text));
    }

    private static Answer answer(int status, String body, String above, String below) {
        return new PrometheusCheck(
                        settings(above, below, Nothing.INCONCLUSIVE),
                        Duration.ofSeconds(1),
                        _ -> answered(status, body))
                .ask();
    }

    private static PrometheusSettings settings(String above, String below, Nothing empty) {
        return new PrometheusSettings(
                URI.create("http://a.example"),
                "up",
                threshold(above),
                threshold(below),
                empty,
                Map.of(),
                Optional.empty());
    }

    private static Optional<Threshold> threshold(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty()).map(Threshold::parse);
    }

    private static Wire.Reply answered(int status, String body) {
        return new Wire.Answered(status, Map.of(), body, false);
    }

    private static String scalar(String value) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1.5,\"%s\"]}}".formatted(value);
    }

    private static String vector(String... values) {
        var series = Arrays.stream(values)
                .map("{\"metric\":{\"job\":\"chat\"},\"value\":[1.5,\"%s\"]}"::formatted)
                .toList();
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":%s}}".formatted(series);
    }
}
