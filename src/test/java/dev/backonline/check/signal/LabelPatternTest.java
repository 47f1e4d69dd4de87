package dev.backonline.check.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelPatternTest {
    @ParameterizedTest
    @CsvSource({
        "chat, chat, true",
        "chat, chats, false",
        "chat, Chat, false",
        "*, anything, true",
        "*, '', true",
        "chat-*, chat-eu, true",
        "chat-*, chat, false",
        "*.firing, com.example.firing, true",
        "*.firing, firing, false",
        "a*b*c, abc, true",
        "a*b*c, a-b-b-c, true",
        "a*b*c, acb, false",
        "ab*ba, aba, false",
        "a.c, abc, false",
        "**, x, true"
    })
    void a_star_stands_for_any_letters(String pattern, String value, boolean matches) {
        assertThat(LabelPattern.parse(pattern).matches(value)).isEqualTo(matches);
    }

    @Test
    void a_pattern_of_nothing_is_a_mistake() {
        assertThatThrownBy(() -> LabelPattern.parse(""))
                .hasMessage("'' should be a text, or '*' for whatever is there");
    }
}
