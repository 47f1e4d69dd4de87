package dev.backonline.check.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.backonline.check.Wire;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonExpectationTest {
    private static final String ANSWER = """
            { "status": "ok", "ready": true, "size": 7, "share": 0.1, "big": 1e3, "none": null,
              "queues": [ { "name": "first", "size": 12 }, { "a name": { "b-c": "12" } } ] }
            """;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            $.status                   | ok      |
            $.status                   | down    | $.status is 'ok', not 'down'
            $.status                   | != down |
            $.status                   | != ok   | $.status is 'ok', not != ok
            $.status                   | > 3     | $.status is 'ok', not > 3
            $.ready                    | true    |
            $.none                     | null    |
            $.size                     | 7       |
            $.size                     | 7.0     |
            $.size                     | >= 7    |
            $.size                     | > 7     | $.size is '7', not > 7
            $.size                     | <=7     |
            $.size                     | < 7     | $.size is '7', not < 7
            $.share                    | 0.1     |
            $.big                      | 1000    |
            $.queues[0].size           | < 100   |
            $.queues[1]['a name'].b-c  | 12      |
            $.queues[1]['a name'].b-c  | >= 12   |
            $.queues[2].size           | 1       | $.queues[2].size is missing
            $.queues.size              | 1       | $.queues.size is missing
            $.queues                   | x       | $.queues is a list, not 'x'
            $.queues[0]                | != x    | $.queues[0] is an object, not != x
            $                          | x       | $ is an object, not 'x'
            """)
    void a_value_is_found_and_compared(String path, String condition, String objection) {
        var found = objection(ANSWER, Map.of(path, condition));

        assertThat(found).isEqualTo(Optional.ofNullable(objection));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{ \"status\": \"ok\" } trailing", "{ \"status\": "})
    void what_is_not_json_is_named_so(String body) {
        var found = objection(body, Map.of("$.status", "ok"));

        assertThat(found).contains(body.isEmpty() ? "$.status is missing" : "not JSON");
    }

    @Test
    void json_that_is_nested_without_end_is_not_json() {
        var found = objection("[".repeat(100_000), Map.of("$.status", "ok"));

        assertThat(found).contains("not JSON");
    }

    @Test
    void the_first_objection_in_the_order_of_paths_is_told() {
        var found = objection(ANSWER, Map.of("$.status", "down", "$.ready", "false", "$.size", "7"));

        assertThat(found).contains("$.ready is 'true', not 'false'");
    }

    @Test
    void a_long_value_is_cut_to_one_short_line() {
        var found = objection("{\"status\":\"" + "a\\n".repeat(100) + "\"}", Map.of("$.status", "ok"));

        assertThat(found).contains("$.status is '" + "a ".repeat(30) + "…', not 'ok'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "status", "$status", "$.", "$..a", "$.a[*]", "$.a[-1]", "$.a[?(@.b)]", "$['a", "$.a b"})
    void a_path_that_may_lead_to_many_places_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonPath.parse(text))
                .withMessage("'%s' should be like '$.queue[0].size'".formatted(text));
    }

    @Test
    void a_comparison_needs_a_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonCondition.parse(">= many"))
                .withMessage("'>= many' should compare with a number");
    }

    private static Optional<String> objection(String body, Map<String, String> conditions) {
        var json = new HashMap<JsonPath, JsonCondition>();
        conditions.forEach((path, condition) -> json.put(JsonPath.parse(path), JsonCondition.parse(condition)));
        var expected = new HttpSettings.Expectation(
                StatusSet.parse("200"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                json,
                new BodySize(1 << 20));
        return new Body(expected).objection(new Wire.Answered(200, Map.of(), body, false), Duration.ofSeconds(1));
    }
}
