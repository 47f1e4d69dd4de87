package dev.backonline.check.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Wire;
import dev.backonline.check.statuspage.StatuspageSettings.Meaning;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatuspageCheckTest {
    private static final String SUMMARY = """
            { "page": { "id": "p1", "name": "Cloud" },
              "status": { "indicator": "%s", "description": "x" },
              "components": [
                { "id": "c1", "name": "API", "status": "operational" },
                { "id": "c2", "name": "Push", "status": "degraded_performance" },
                { "id": "c3", "name": "Login", "status": "partial_outage" },
                { "id": "c4", "name": "Web ", "status": "major_outage" },
                { "id": "c5", "name": "Media", "status": "under_maintenance" },
                { "id": "c6", "name": "Twice", "status": "operational" },
                { "id": "c7", "name": "Twice", "status": "major_outage" },
                { "id": "c8", "name": "New", "status": "on\\nfire" } ] }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            API        | up
            c1         | up
            Push       | slow: 'Push': 'degraded_performance'
            Login      | down: 'Login': 'partial_outage'
            c4         | down: 'c4': 'major_outage'
            Web        | down: 'Web': 'major_outage'
            Media      | up
            Twice      | down: 'Twice': 'major_outage'
            New        | unknown: 'New': 'on fire'
            Nobody     | unknown: the page has no component 'Nobody'
            API,Push   | slow: 'Push': 'degraded_performance'
            API,Nobody | unknown: the page has no component 'Nobody'
            Nobody,c3  | down: 'c3': 'partial_outage'
            Nobody,c2  | slow: 'c2': 'degraded_performance'
            """)
    void the_worst_of_the_chosen_components_counts(String components, String expected) {
        var answer = answer(SUMMARY, Meaning.UP, components.split(",", -1));

        assertThat(shown(answer)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none        | up
            minor       | slow: the page says minor
            major       | down: the page says major
            critical    | down: the page says critical
            maintenance | down: the page says maintenance
            purple      | unknown: the page says 'purple'
            """)
    void without_components_the_whole_page_counts(String indicator, String expected) {
        var answer = answer(SUMMARY.formatted(indicator), Meaning.DOWN);

        assertThat(shown(answer)).isEqualTo(expected);
    }

    @Test
    void a_maintenance_may_mean_a_failure() {
        var answer = answer(SUMMARY, Meaning.DOWN, "Media");

        assertThat(shown(answer)).isEqualTo("down: 'Media': 'under_maintenance'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | {}                  | HTTP 404
            302 |                     | HTTP 302
            200 | <html>              | not JSON
            200 | {"components":true} | the page has no component 'API'
            200 | {"components":[7]}  | the page has no component 'API'
            200 | {}                  | the page has no component 'API'
            """)
    void a_page_that_cannot_be_read_says_nothing(int status, String body, String reason) {
        var settings = new StatuspageSettings(URI.create("http://a.example"), List.of("API"), Meaning.UP);
        var text = body == null ? "" : body;

        var answer = new StatuspageCheck(
                        settings, Duration.ofSeconds(1), _ -> new Wire.Answered(status, Map.of(), text, false))
                .ask();

        assertThat(answer).isEqualTo(new Answer.Inconclusive(reason));
    }

    @Test
    void json_that_is_nested_without_end_is_not_json() {
        var answer = answer("[".repeat(100_000), Meaning.UP, "API");

        assertThat(answer).isEqualTo(new Answer.Inconclusive("not JSON"));
    }

    @Test
    void an_address_with_a_question_is_a_mistake() {
        var settings = new StatuspageSettings(URI.create("http://a.example/?x"), List.of(), Meaning.UP);

        assertThat(new StatuspageKind().mistakes(settings))
                .containsExactly("url 'http://a.example/?x' should end before any '?' or '#'");
    }

    private static Answer answer(String body, Meaning maintenance, String... components) {
        var settings = new StatuspageSettings(URI.create("http://a.example/"), Arrays.asList(components), maintenance);
        return new StatuspageCheck(settings, Duration.ofSeconds(1), _ -> new Wire.Answered(200, Map.of(), body, false))
                .ask();
    }

    private static String shown(Answer answer) {
        return switch (answer) {
            case Answer.Up _ -> "up";
            case Answer.Slow slow -> "slow: " + slow.reason();
            case Answer.Down down when down.layer() == Layer.ANSWER -> "down: " + down.reason();
            case Answer.Down down -> "unreachable: " + down.reason();
            case Answer.Inconclusive unknown -> "unknown: " + unknown.reason();
        };
    }
}
