package dev.backonline.page.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain text as HTML. */
class ProseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a < b & c            | a &lt; b &amp; c",
                "<b onclick=\"x\">    | &lt;b onclick=&quot;x&quot;&gt;",
                "See https://a.example/x?y=1&z=2. | See <a href=\"https://a.example/x?y=1&amp;z=2\" rel=\"nofollow\">https://a.example/x?y=1&amp;z=2</a>.",
                "(https://a.example)  | (<a href=\"https://a.example\" rel=\"nofollow\">https://a.example</a>)",
                "javascript:alert(1)  | javascript:alert(1)",
                "https://             | https://"
            })
    void it_is_escaped_and_its_addresses_are_links(String text, String html) {
        var prose = Prose.html(text).toString();

        assertThat(prose).isEqualTo(html);
    }
}
