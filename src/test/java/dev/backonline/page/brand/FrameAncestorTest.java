package dev.backonline.page.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameAncestorTest {
    @ParameterizedTest
    @CsvSource({
        "none, |none|",
        "self, |self|",
        "any, *",
        "https://www.example.org, https://www.example.org",
        "https://*.example.org, https://*.example.org",
        "http://localhost:3000, http://localhost:3000"
    })
    void is_written_as_a_content_security_policy_has_it(String text, String source) {
        var ancestor = FrameAncestor.parse(text);

        assertThat(ancestor.source()).isEqualTo(source.replace('|', '\''));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.example.org",
                "https://www.example.org/path",
                "https://example.org; script-src *",
                "https://example.org 'unsafe-inline'",
                "ftp://example.org",
                "'self'",
                "https://"
            })
    void nothing_else_gets_into_the_policy(String text) {
        assertThatThrownBy(() -> FrameAncestor.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'%s' should be none, self, any, or an address without a path, such as https://www.example.org",
                        text);
    }
}
