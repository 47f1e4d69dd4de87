package dev.backonline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorkeeperTest {
    private final Doorkeeper doorkeeper = new Doorkeeper("made-up-token");

    @ParameterizedTest
    @ValueSource(strings = {"Bearer made-up-token", "bearer made-up-token", "Bearer  made-up-token "})
    void the_right_token_is_admitted(String header) {
        assertThat(doorkeeper.admits(Optional.of(header))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer made-up", "made-up-token", "Basic made-up-token"})
    void anything_else_is_not(String header) {
        assertThat(doorkeeper.admits(Optional.of(header))).isFalse();
    }

    @Test
    void nobody_is_admitted_without_a_word() {
        assertThat(doorkeeper.admits(Optional.empty())).isFalse();
    }
}
