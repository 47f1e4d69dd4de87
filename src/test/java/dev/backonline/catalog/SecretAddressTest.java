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

        assertThat("%s %s".formatted(address, address.secrets())).startsWith("*** [***");
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

    @Test
    void every_form_in_which_it_could_be_repeated_is_hidden() {
        var address = SecretAddress.parse("https://example.org/hooks/made-up-token?key=made-up-key&v=1");

        assertThat(address.secrets().stream().map(Secret::value))
                .containsExactly(
                        "https://example.org/hooks/made-up-token?key=made-up-key&v=1",
                        "/hooks/made-up-token?key=made-up-key&v=1",
                        "/hooks/made-up-token",
                        "made-up-token",
                        "made-up-key");
    }

    @Test
    void an_address_without_a_path_hides_itself() {
        assertThat(SecretAddress.parse("https://example.org").secrets()).hasSize(1);
    }
}
