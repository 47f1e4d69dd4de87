package dev.backonline.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.NpmReader;
import dev.backonline.channel.Posts;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Our cards before Microsoft's own reader of Adaptive Cards; skipped where it can't be installed. */
class CardReaderTest {
    private static JsonNode judged(String message) throws IOException, InterruptedException {
        return NpmReader.of("teams").on(message);
    }

    @Test
    void a_card_is_read_without_objection_and_to_the_letter() throws IOException, InterruptedException {
        var text = "Problems with %s: %s.\n# %s".formatted(Posts.HOSTILE, Posts.URL, Posts.HOSTILE);

        var judged = judged(Card.message(text, Locale.ENGLISH).toString());

        assertThat(judged.path("objections")).isEmpty();
        assertThat(judged.path("texts").valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(text.lines().toList());
    }

    @Test
    void the_reader_would_object() throws IOException, InterruptedException {
        var judged = judged(Card.message("Text", Locale.ENGLISH).toString().replace("\"TextRun\"", "\"TextRan\""));

        assertThat(judged.path("objections").toString()).contains("TextRan");
    }
}
