package dev.backonline.channel.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.NpmReader;
import dev.backonline.channel.Posts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Our texts before Mattermost's own parser (npm {@code @mattermost/commonmark}), which its apps read with; skipped where it can't be installed. */
class MattermostParserTest {
    private static final String TEXT = """
            Problems with %s, __a__ **b** ***c*** ~~d~~ ~town-square :smile: @here <https://x.example> ![d](e) &amp; \\*
            # big
            - one
            1. three
            > said
            | a | b |
            |---|---|
            | c | d |
            ```
            %s""".formatted(Posts.HOSTILE, Posts.URL);

    private static JsonNode parsed(String text) throws IOException, InterruptedException {
        return NpmReader.of("mattermost").on(text);
    }

    @Test
    void nothing_is_markup_but_addresses_and_nobody_is_called() throws IOException, InterruptedException {
        var parsed = parsed(MattermostText.escaped(TEXT));

        assertThat(parsed.path("kinds").valueStream().map(JsonNode::asText))
                .containsOnly("document", "paragraph", "text", "softbreak", "link");
        assertThat(parsed.path("text").asText().replace("\u2060", "")).isEqualTo(TEXT);
    }

    @Test
    void the_parser_would_notice() throws IOException, InterruptedException {
        assertThat(parsed(TEXT).path("kinds").toString())
                .contains("at_mention", "hashtag", "channel_link", "emoji", "emph", "strong", "del", "link", "heading");
    }
}
