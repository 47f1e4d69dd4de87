package dev.backonline.check.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusSetTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200-299      | 200 | true
            200-299      | 299 | true
            200-299      | 300 | false
            200-299      | 199 | false
            204          | 204 | true
            204          | 200 | false
            200-299, 301 | 301 | true
            200-299,301  | 302 | false
            """)
    void it_contains_what_lies_in_any_of_its_spans(String text, int status, boolean contained) {
        var contains = StatusSet.parse(text).contains(status);

        assertThat(contains).isEqualTo(contained);
    }

    @Test
    void it_is_written_as_it_is_read() {
        var text = StatusSet.parse("200 - 299,301").toString();

        assertThat(text).isEqualTo("200-299, 301");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2xx", "200-", "200,,301", "20", "200-299-301"})
    void what_is_no_set_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatusSet.parse(text))
                .withMessage("'%s' should be like '200-299, 301'".formatted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"299-200", "099"})
    void statuses_that_cannot_be_are_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatusSet.parse(text))
                .withMessageEndingWith("should ascend between 100 and 999");
    }
}
