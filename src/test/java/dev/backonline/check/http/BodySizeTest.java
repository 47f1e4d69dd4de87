package dev.backonline.check.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodySizeTest {
    @ParameterizedTest
    @CsvSource({"1B, 1", "64KiB, 65536", "16MiB, 16777216"})
    void a_size_has_a_unit(String text, int bytes) {
        assertThat(BodySize.parse(text)).isEqualTo(new BodySize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"64", "0KiB", "1MB", ""})
    void what_is_none_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BodySize.parse(text))
                .withMessage("'%s' should be like 64KiB or 1MiB".formatted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17MiB", "99999999MiB"})
    void what_is_too_much_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BodySize.parse(text))
                .withMessage("a size should be at most 16MiB");
    }
}
