package dev.backonline.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationTest {
    @Test
    void it_is_written_as_it_is_read() {
        var confirmation = Confirmation.parse(" 3  of 5 ");

        assertThat(confirmation).isEqualTo(new Confirmation(3, 5)).hasToString("3 of 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3/5", "three of five", "3 of 5 of 7", "-1 of 5", "1000 of 1000"})
    void what_is_not_n_of_m_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confirmation.parse(text))
                .withMessage("'%s' should be like '3 of 5'".formatted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 of 5", "6 of 5", "1 of 101"})
    void what_cannot_be_counted_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confirmation.parse(text))
                .withMessage("'%s' should be N of M with 1 <= N <= M <= 100".formatted(text));
    }
}
