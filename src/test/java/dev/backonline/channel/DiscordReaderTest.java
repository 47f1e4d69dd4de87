package dev.backonline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.outbox.Posted;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Discord is given, before its own description of its API and a parser of its Markdown by others (npm {@code discord-api-spec} and
 * {@code discord-markdown-parser}); skipped where these can't be installed.
 */
class DiscordReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI SERVER = URI.create("https://network.example.org");

    private static final String TEXT = """
            Problems with %2$s, __a__ **b** ***c*** ||d|| ~~e~~ <t:1630360800:F> <@%1$s> <@&%1$s> <#%1$s> <:sad:%1$s>
            # big
            - one
            > said
            ```
            %3$s""".formatted("1100000000000000002", Posts.HOSTILE, Posts.URL);

    private static final Posted PARENT = new Posted("1100000000000000001", Optional.empty());

    private static JsonNode judged(String schema, String body) throws IOException, InterruptedException {
        return NpmReader.of("discord").on("{\"schema\":\"%s\",\"body\":%s}".formatted(schema, body));
    }

    private static String body(String type, boolean edit) {
        var channel = EveryNetwork.at(type, SERVER);
        var post = Posts.saying(TEXT, Optional.of(PARENT));
        return edit ? channel.prepareEdit(post) : channel.prepare(post);
    }

    @ParameterizedTest
    @CsvSource({
        "discord, false, MessageCreateRequestSchema",
        "discord, true, MessageEditRequestPartialSchema",
        "discord-webhook, false, IncomingWebhookRequestPartialSchema",
        "discord-webhook, true, IncomingWebhookUpdateRequestPartialSchema",
    })
    void a_body_is_what_discord_describes_and_nothing_in_it_is_markup_but_the_address(
            String type, boolean edit, String schema) throws IOException, InterruptedException {
        var judged = judged(schema, body(type, edit));

        assertThat(judged.path("issues")).isEmpty();
        assertThat(kinds(judged)).containsOnly("text", "br", "url");
        assertThat(judged.path("parsed").findValuesAsText("target")).containsExactly(Posts.URL.toString());
        assertThat(words(judged)).isEqualTo(TEXT);
    }

    private static Set<String> kinds(JsonNode judged) {
        return judged.path("parsed").findValuesAsText("type").stream().collect(Collectors.toSet());
    }

    /** What a reader sees. */
    private static String words(JsonNode judged) {
        return judged.path("parsed").valueStream().map(DiscordReaderTest::word).collect(Collectors.joining());
    }

    private static String word(JsonNode piece) {
        return switch (piece.path("type").asText()) {
            case "br" -> "\n";
            case "url" -> piece.path("target").asText();
            default -> piece.path("content").asText().replace("\u2060", "");
        };
    }

    @Test
    void the_parser_would_notice() throws IOException, InterruptedException {
        var judged = judged(
                "MessageCreateRequestSchema",
                JSON.createObjectNode().put("content", TEXT).toString());

        assertThat(kinds(judged))
                .contains("em", "everyone", "link", "user", "role", "channel", "emoji", "heading", "inlineCode");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"flags\"' | '\"flaggs\"' | a field that is not described",
                "'\"parse\":[]' | '\"parse\":[\"all\"]' | allowed_mentions/parse/0: Invalid input",
                "'\"nonce\":\"' | '\"nonce\":\"01234567890123456789' | nonce: Invalid input",
                "'\"message_id\":\"' | '\"message_id\":\"x' | message_reference/message_id: Invalid input",
            })
    void the_description_would_notice(String ours, String spoiled, String issue)
            throws IOException, InterruptedException {
        var body = body("discord", false);

        var judged = judged("MessageCreateRequestSchema", body.replace(ours, spoiled));

        assertThat(body).contains(ours);
        assertThat(judged.path("issues").toString()).contains(issue);
    }
}
