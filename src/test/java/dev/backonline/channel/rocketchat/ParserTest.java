package dev.backonline.channel.rocketchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.NpmReader;
import dev.backonline.channel.Posts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Our texts before Rocket.Chat's own parser; skipped where it can't be installed. */
class ParserTest {
    private static final String TEXT = """
            Problems with %s. __a__ **b** ~~c~~ a_b_c ||d|| <https://x.example|e> $f$ \\(g\\) \\[h\\]
            # big
            > said
            - one
            * two
            1. three
            ```
            - [x] done %s color:#ff0000 :fire: <t:1630360800:F>
            """.formatted(Posts.HOSTILE, Posts.URL);

    private static JsonNode parsed(String text) throws IOException, InterruptedException {
        return NpmReader.of("rocketchat").on(text);
    }

    @Test
    void nothing_is_markup_but_addresses_and_nobody_is_called() throws IOException, InterruptedException {
        var parsed = parsed(RocketChatText.neutral(TEXT));

        assertThat(parsed.findValuesAsText("type")).containsOnly("PARAGRAPH", "PLAIN_TEXT", "LINK");
        assertThat(parsed.findValues("src").toString()).contains(Posts.URL.toString());
        assertThat(parsed.findValues("label").toString())
                .contains(Posts.URL.toString())
                .doesNotContain("\"e\"");
    }

    @Test
    void the_parser_would_notice() throws IOException, InterruptedException {
        assertThat(parsed(TEXT).findValuesAsText("type"))
                .contains("MENTION_USER", "MENTION_CHANNEL", "BOLD", "ITALIC", "STRIKE", "INLINE_CODE", "HEADING");
    }
}
