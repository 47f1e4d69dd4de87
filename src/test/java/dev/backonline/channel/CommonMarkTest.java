package dev.backonline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What networks that read CommonMark are given, before its reference parser; skipped where that can't be installed. */
class CommonMarkTest {
    private static final String TEXT = """
            Problems with %s, __a__ **b** ***c*** <https://x.example> &amp; \\* ![d](e) https://x.example/a_b
            # big
            - one
            + two
            1. three
            2) four
            ---
            > said
            ```""".formatted(Posts.HOSTILE);

    private static final URI SERVER = URI.create("https://network.example.org");

    private static JsonNode parsed(String text) throws IOException, InterruptedException {
        return NpmReader.of("commonmark").on(text);
    }

    @ParameterizedTest
    @CsvSource({"google-chat, text", "github, body", "mattermost, message"})
    void a_text_is_read_to_the_letter_and_nothing_in_it_is_markup(String type, String field)
            throws IOException, InterruptedException {
        var body = EveryNetwork.at(type, SERVER).prepare(Posts.saying(TEXT));
        var sent = new ObjectMapper().readTree(body).path(field).asText().replaceFirst("\n\n<!--.*-->$", "");

        var parsed = parsed(sent);

        assertThat(parsed.path("kinds").valueStream().map(JsonNode::asText))
                .containsOnly("document", "paragraph", "text", "softbreak");
        assertThat(parsed.path("text").asText().replace("\u2060", "")).isEqualTo(TEXT);
    }

    @Test
    void the_parser_would_notice() throws IOException, InterruptedException {
        assertThat(parsed(TEXT).path("kinds").toString()).contains("emph", "strong", "link", "heading", "list", "code");
    }
}
