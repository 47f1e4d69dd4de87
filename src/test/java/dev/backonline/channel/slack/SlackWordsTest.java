package dev.backonline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackWordsTest {
    private static final String TEXT =
            "✅ Photos & <more> at status.example.org, 21:04:05.\nhttps://status.example.org/a?b=1&c=2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "✅ Photos &amp; &lt;more&gt; at status.example.org, 21:04:05.\nhttps://status.example.org/a?b=1&amp;c=2",
                ":white_check_mark: Photos &amp; &lt;more&gt; at <http://status.example.org|status.example.org>, 21:04:05. "
                        + "<https://status.example.org/a?b=1&amp;c=2>",
                "Photos &amp;  &lt;more&gt; at status.example.org,\u00a021:04:05.\n"
                        + "<https://status.example.org/a?b=1&amp;c=2|status.example.org/a…>",
            })
    void what_slack_makes_of_a_text_is_that_text(String listed) {
        assertThat(new SlackWords(TEXT).areIn(listed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Photos",
                "✅ Photos &amp; &lt;more&gt; at status.example.org, 21:04:06.\n<https://status.example.org/a?b=1&amp;c=2>",
                "✅ Photos &amp; &lt;more&gt; at status.example.org, 21:04:05.\n<https://status.example.org/other>",
            })
    void another_text_is_not(String listed) {
        assertThat(new SlackWords(TEXT).areIn(listed)).isFalse();
    }

    @Test
    void an_entity_in_the_text_itself_is_no_sign() {
        assertThat(new SlackWords("a &lt; b").areIn("a &amp;lt; b")).isTrue();
        assertThat(new SlackWords("a &lt; b").areIn("a &lt; b")).isFalse();
    }
}
