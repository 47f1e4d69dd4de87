package dev.backonline.store.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER = "bWFkZS11cC1rZXktb2YtZXhhY3RseS0zMi1ieXRlcyE=";

    @Test
    void what_was_sealed_is_opened_again_for_its_owner() {
        var sealed = new Seal(KEY).close("made-up-token", "sky");

        assertThat(sealed).doesNotContain("made-up-token");
        assertThat(new Seal(KEY).open(sealed, "sky")).contains("made-up-token");
    }

    @Test
    void nobody_else_opens_it() {
        var sealed = new Seal(KEY).close("made-up-token", "sky");

        assertThat(new Seal(KEY).open(sealed, "square")).isEmpty();
        assertThat(new Seal(OTHER).open(sealed, "sky")).isEmpty();
        assertThat(new Seal(KEY).open("made-up", "sky")).isEmpty();
    }

    @Test
    void the_same_is_sealed_differently_each_time() {
        var seal = new Seal(KEY);

        assertThat(seal.close("made-up-token", "sky")).isNotEqualTo(seal.close("made-up-token", "sky"));
    }

    @ParameterizedTest
    @CsvSource({
        "bWFkZS11cA==, 'should be 32 bytes in Base64, and is 7'",
        "made up, 'should be 32 bytes in Base64'",
        "'', 'should be 32 bytes in Base64, and is 0'"
    })
    void a_bad_key_is_refused(String key, String complaint) {
        assertThatThrownBy(() -> new Seal(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(complaint);
    }
}
