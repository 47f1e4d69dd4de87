package dev.backonline.operator.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PassTest {
    /** What {@code printf %s made-up-token-of-anna | sha256sum} prints. */
    private static final String DIGEST = "e7fe9aeadf3bb2f7a71dd9efe45c7c6cddde82008de5b0184f453c952f6f8422";

    @Test
    void a_token_and_its_digest_are_the_same_pass() {
        var token = Pass.parse("made-up-token-of-anna");

        assertThat(Pass.parse("sha256:" + DIGEST)).isEqualTo(token);
        assertThat(Pass.parse("sha256:" + DIGEST.toUpperCase(Locale.ROOT))).isEqualTo(token);
    }

    @Test
    void a_token_that_can_be_guessed_is_refused() {
        assertThatThrownBy(() -> Pass.parse("short"))
                .hasMessage(
                        "a token should have at least 20 characters, or be given as 'sha256:' and 64 hexadecimal digits");
        assertThatThrownBy(() -> Pass.parse("sha256:abc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neither_the_token_nor_its_digest_is_shown() {
        assertThat(Pass.parse("made-up-token-of-anna")).hasToString("***");
    }
}
