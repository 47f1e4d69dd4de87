package dev.backonline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A service whose name is full of mentions and markup calls nobody and marks nothing up, on any network that there is. */
class HostileNameTest {
    private static final String NAME =
            "<!channel> *x* @everyone [a](b) <@U123> @user@host #tag _y_ `z` ~t~ |s| <b>c</b> $USD /start";
    private static final String TEXT = "Problems with %s.\n# %s\n> %s: %s".formatted(NAME, NAME, NAME, Posts.URL);
    private static final URI SERVER = URI.create("https://network.example.org");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SLACK_CONTROL = "[<>]|&(?!amp;|lt;|gt;)";

    /** Punctuation with a meaning, behind an even number of backslashes. */
    private static final String DISCORD_MARKUP = "(?<!\\\\)(?:\\\\\\\\)*[*_~`|\\[\\]<]";

    private static final String DISCORD_LINE_START = "(?m)^\\s*(?:[#>+-]|\\d+\\.)";
    private static final String MARKDOWN = "(?<!\\\\)(?:\\\\\\\\)*[*_~`|\\[\\]]";
    private static final String MARKDOWN_LINE_START = "(?m)^\\s*(?:[#>+=-]|\\d+[.)])";
    private static final String CALL = "[@＠#＃$](?=[\\p{L}\\p{N}_])";
    private static final String COMMAND = "(?<![\\p{L}\\p{N}_/])/(?=\\w)";

    /** How each network reads what it is given: a new kind has its row here. */
    private static final Map<String, Consumer<String>> READERS = Map.ofEntries(
            row("bluesky", HostileNameTest::isPlainToBluesky),
            row("console", HostileNameTest::isPlain),
            row("discord", HostileNameTest::isPlainToDiscord),
            row("discord-webhook", HostileNameTest::isPlainToDiscord),
            row("email", HostileNameTest::isPlainMail),
            row("github", HostileNameTest::isPlainToGitHub),
            row("google-chat", HostileNameTest::isPlainToGoogleChat),
            row("http", HostileNameTest::isAValue),
            row("linkedin", HostileNameTest::isPlainToLinkedIn),
            row("mastodon", HostileNameTest::isPlainToMastodon),
            row("matrix", HostileNameTest::isPlainToMatrix),
            row("mattermost", HostileNameTest::isPlainToMattermost),
            row("nostr", HostileNameTest::isPlainToNostr),
            row("ntfy", HostileNameTest::isPlainToNtfy),
            row("pagerduty", HostileNameTest::isASummary),
            row("rocket-chat", HostileNameTest::isPlainToRocketChat),
            row("slack", HostileNameTest::isPlainToSlack),
            row("slack-webhook", HostileNameTest::isPlainToSlack),
            row("teams", HostileNameTest::isPlainToTeams),
            row("telegram", HostileNameTest::isPlainToTelegram),
            row("threads", HostileNameTest::isPlainToThreads),
            row("webhook", HostileNameTest::isData),
            row("x", HostileNameTest::isPlainToX),
            row("zulip", HostileNameTest::isPlainToZulip));

    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    static Stream<String> types() {
        return ServiceLoader.load(ChannelKind.class).stream()
                .map(provider -> provider.get().type())
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void nobody_is_called_and_nothing_is_marked_up(String type) {
        var body = EveryNetwork.at(type, SERVER).prepare(Posts.saying(TEXT));

        Optional.ofNullable(READERS.get(type))
                .orElseThrow(() -> new AssertionError("nothing here reads like a '%s'".formatted(type)))
                .accept(body);
    }

    @Test
    void the_readers_would_notice() {
        assertThat(TEXT).containsPattern(SLACK_CONTROL);
        assertThat(TEXT).containsPattern(DISCORD_MARKUP);
        assertThat(TEXT).containsPattern(DISCORD_LINE_START);
        assertThat(TEXT).containsPattern(MARKDOWN);
        assertThat(TEXT).containsPattern(MARKDOWN_LINE_START);
        assertThat(TEXT).containsPattern(CALL);
        assertThat(TEXT).containsPattern(COMMAND);
    }

    private static void isPlainToSlack(String body) {
        var sent = json(body);

        assertThat(sent.path("text").asText()).doesNotContainPattern(SLACK_CONTROL);
        assertThat(sent.path("mrkdwn").asBoolean(true)).isFalse();
        assertThat(sent.path("link_names").asBoolean(true)).isFalse();
        assertThat(sent.path("parse").asText("")).isNotEqualTo("full");
        assertThat(sent.has("blocks") || sent.has("attachments")).isFalse();
    }

    private static void isPlainToDiscord(String body) {
        var sent = json(body);
        var allowed = sent.path("allowed_mentions");

        assertThat(allowed.path("parse").isArray()).isTrue();
        assertThat(allowed.path("parse")).isEmpty();
        assertThat(allowed.path("replied_user").asBoolean(false)).isFalse();
        assertThat(allowed.has("users") || allowed.has("roles")).isFalse();
        assertThat(sent.path("content").asText())
                .doesNotContainPattern(DISCORD_MARKUP)
                .doesNotContainPattern(DISCORD_LINE_START)
                .doesNotContain("@everyone");
        assertThat(sent.has("embeds")).isFalse();
    }

    /** A post on Bluesky calls and links only by its facets. */
    private static void isPlainToBluesky(String body) {
        var facets = json(body).path("record").path("facets").toString();

        assertThat(facets).doesNotContain("#mention").doesNotContain("#tag");
    }

    private static void isPlainToX(String body) {
        assertThat(json(body).path("text").asText()).doesNotContainPattern(CALL);
    }

    private static void isPlainToThreads(String body) {
        var text = URLDecoder.decode(body.replaceFirst(".*&text=", ""), StandardCharsets.UTF_8);

        assertThat(withoutUrl(text)).doesNotContainPattern(CALL);
    }

    private static void isPlainToLinkedIn(String body) {
        assertThat(json(body).path("commentary").asText())
                .doesNotContainPattern("(?<!\\\\)(?:\\\\\\\\)*[|{}@\\[\\]()<>#*_~]");
    }

    private static void isPlainToNostr(String body) {
        var sent = json(body);

        assertThat(withoutUrl(sent.path("content").asText())).doesNotContainPattern(CALL.replace("$", ""));
        assertThat(sent.path("tags").valueStream().map(tag -> tag.path(0).asText()))
                .containsExactly("L", "l");
    }

    private static void isPlainToTelegram(String body) {
        var sent = json(body);

        assertThat(sent.has("parse_mode") || sent.has("entities")).isFalse();
        assertThat(withoutUrl(sent.path("text").asText()))
                .doesNotContainPattern(CALL)
                .doesNotContainPattern(COMMAND);
    }

    /** Without a formatted body there is no markup, and a client that finds mentions, even none, looks for no others in the text. */
    private static void isPlainToMatrix(String body) {
        var sent = json(body);

        assertThat(sent.path("m.mentions").isObject()).isTrue();
        assertThat(sent.path("m.mentions")).isEmpty();
        assertThat(sent.has("format") || sent.has("formatted_body")).isFalse();
    }

    /** Behind the text is a mark, which is ours. */
    private static void isPlainToGitHub(String body) {
        var sent = json(body);

        assertThat(sent.path("body").asText().replaceFirst("\\n\\n<!-- backonline [a-z-]+ -->$", ""))
                .doesNotContainPattern(MARKDOWN)
                .doesNotContainPattern(MARKDOWN_LINE_START.replace(">", ""))
                .doesNotContainPattern("(?<!\\\\)[<&$]")
                .doesNotContainPattern("[@#](?=\\w)");
        assertThat(sent.path("title").asText()).doesNotContainPattern("[@#](?=\\w)|`");
    }

    private static void isPlainToGoogleChat(String body) {
        var sent = json(body);

        assertThat(sent.path("markupSyntax").asText()).isEqualTo("MARKUP_SYNTAX_MARKDOWN");
        assertThat(sent.path("text").asText())
                .doesNotContainPattern(MARKDOWN)
                .doesNotContainPattern(MARKDOWN_LINE_START)
                .doesNotContainPattern("(?<!\\\\)[<>&]")
                .doesNotContainPattern("[<@](?=\\w)");
        assertThat(sent.has("cardsV2") || sent.has("annotations")).isFalse();
    }

    private static void isPlainToMattermost(String body) {
        assertThat(json(body).path("message").asText())
                .doesNotContainPattern(MARKDOWN)
                .doesNotContainPattern(MARKDOWN_LINE_START)
                .doesNotContainPattern("[@＠#＃$~<](?=[\\p{L}\\p{N}_/!])");
    }

    /** In text runs nothing is markup, and without entities nobody is called. */
    private static void isPlainToTeams(String body) {
        var card = json(body).path("attachments").path(0).path("content");
        var runs = card.findValues("inlines").stream()
                .flatMap(inlines -> inlines.valueStream())
                .toList();

        assertThat(card.findValuesAsText("type"))
                .isSubsetOf("AdaptiveCard", "RichTextBlock", "TextRun", "Action.OpenUrl");
        assertThat(card.findValues("entities")).isEmpty();
        assertThat(card.findValuesAsText("url")).containsOnly(Posts.URL.toString());
        assertThat(runs.stream().map(run -> run.path("text").asText()).collect(Collectors.joining()))
                .isEqualTo(TEXT.replace("\n", ""));
    }

    /** Numbers of characters are shown as the characters, after all markup was looked for. */
    private static void isPlainToZulip(String body) {
        var text = URLDecoder.decode(body.replaceFirst(".*&content=", ""), StandardCharsets.UTF_8);
        var signs = text.replaceAll("&#\\d+;", "");

        assertThat(signs).doesNotContainPattern("[\\\\`*_~\\[\\]<>|#@$]").doesNotContainPattern(MARKDOWN_LINE_START);
    }

    /** Without Markdown there is no markup; actions and attachments are fields of their own. */
    private static void isPlainToNtfy(String body) {
        var sent = json(body);

        assertThat(sent.path("message").asText()).isEqualTo(TEXT);
        assertThat(sent.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("topic", "title", "message", "click", "sequence_id");
    }

    /** ParserTest asks Rocket.Chat's own parser. */
    private static void isPlainToRocketChat(String body) {
        var sent = json(body).path("message");

        assertThat(sent.path("msg").asText())
                .doesNotContainPattern("[*~`$<]|\\|\\||]\\(")
                .doesNotContainPattern("[@#<](?=[\\w!/])")
                .doesNotContainPattern("(?m)^[#>-]");
        assertThat(sent.has("attachments") || sent.has("blocks")).isFalse();
    }

    private static void isPlainToMastodon(String body) {
        var sent = json(body);

        assertThat(sent.path("content_type").asText()).isEqualTo("text/plain");
        assertThat(withoutUrl(sent.path("status").asText())).doesNotContainPattern(CALL.replace("$", ""));
    }

    /** A receiver's program is given the name as it is, as a value and not as a part of the form. */
    private static void isData(String body) {
        assertThat(json(body).path("data").path("texts").path("en").asText()).isEqualTo(TEXT);
    }

    /** A letter of plain text has no markup; its name is in a header, where it ends neither the line nor the address. */
    private static void isPlainMail(String body) {
        var head = body.substring(0, body.indexOf("\r\n\r\n"));

        assertThat(head).contains("Content-Type: text/plain").doesNotContain("@everyone");
        assertThat(head.split("\r\n(?! )"))
                .filteredOn(line -> line.startsWith("To:"))
                .containsExactly("To: <reader@example.net>");
    }

    /** What it is put into, only the operator knows: it stays one value there. */
    private static void isAValue(String body) {
        assertThat(json(body).path("message").asText()).isEqualTo(TEXT);
    }

    /** PagerDuty shows summaries as they are. */
    private static void isASummary(String body) {
        assertThat(json(body).path("payload").path("summary").asText()).isEqualTo(TEXT);
    }

    /** A console has no markup, but characters that move the cursor. */
    private static void isPlain(String body) {
        assertThat(body.replace("\n", "")).doesNotContainPattern("\\p{Cntrl}");
    }

    private static Map.Entry<String, Consumer<String>> row(String type, Consumer<String> reader) {
        return Map.entry(type, reader);
    }

    private static String withoutUrl(String text) {
        return text.replace(Posts.URL.toString(), "");
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
