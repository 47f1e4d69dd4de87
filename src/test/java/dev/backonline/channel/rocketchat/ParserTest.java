package dev.backonline.channel.rocketchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.NpmReader;
import dev.backonline.channel.Posts;
import java.io.IOException;
import java.util.List;
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
    void no_address_hides_behind_other_words() throws IOException, InterruptedException {
        var hidden = "<https://x.example|a> <x.example|safe words> [b](https://x.example) ![c](x.example)";

        assertThat(words(parsed(hidden))).contains("safe words");
        assertThat(words(parsed(RocketChatText.neutral(hidden)))).isSubsetOf("https://x.example", "x.example");
    }

    private static List<String> words(JsonNode parsed) {
        return parsed.findValues("label").stream()
                .flatMap(label -> label.findValuesAsText("value").stream())
                .toList();
    }

    @Test
    void the_parser_would_notice() throws IOException, InterruptedException {
        assertThat(parsed(TEXT).findValuesAsText("type"))
                .contains("MENTION_USER", "MENTION_CHANNEL", "BOLD", "ITALIC", "STRIKE", "INLINE_CODE", "HEADING");
    }
}
