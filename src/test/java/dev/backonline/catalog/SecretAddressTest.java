package dev.backonline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretAddressTest {
    @Test
    void it_is_shown_nowhere() {
        var address = SecretAddress.parse("https://hooks.example.org/services/T/B/token");

        assertThat("%s %s".formatted(address, address.secret())).isEqualTo("*** ***");
        assertThat(address.value()).hasHost("hooks.example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "token",
                "hooks.example.org/token",
                "ftp://example.org/token",
                "https:///token",
                "https://a b/token"
            })
    void another_form_is_a_mistake_that_does_not_show_it(String text) {
        assertThatThrownBy(() -> SecretAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("token");
    }
}
