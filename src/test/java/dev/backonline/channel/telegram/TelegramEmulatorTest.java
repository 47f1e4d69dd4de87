package dev.backonline.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NpmServer;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Our channel against an emulator of the Bot API by others (npm {@code telegram-test-api}); skipped, with what is missing, where that can't be
 * installed. It gives ids, keeps each message with all that was asked for, and edits the one that is named; it takes any token, any chat and any
 * text, and answers an edit of nothing with a yes: of these it proves nothing.
 */
@Timeout(120)
class TelegramEmulatorTest {
    private static final String CHAT = "-1001234567890";

    private static Optional<NpmServer> running = Optional.empty();
    private static int bots;

    /** Each test has a bot of its own, whose messages are kept apart. */
    private final String token = "%d:made-up-token".formatted(++bots);

    @BeforeAll
    static void serve() throws InterruptedException {
        running = Optional.of(NpmServer.of("telegram"));
    }

    @AfterAll
    static void end() {
        running.ifPresent(NpmServer::close);
    }

    private Channel bot() throws IOException {
        var settings = new TelegramSettings(
                new Secret(token), CHAT, Optional.empty(), running.orElseThrow().address(), OnUnknown.HOLD, false);
        return new TelegramKind()
                .create(settings, Outfit.of(running.orElseThrow().wire()));
    }

    private static Posted posted(Channel bot, Channel.Post post) {
        var outcome = bot.send(Posts.frozen(bot, post), Instant.now());
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        return ((Outcome.Delivered) outcome).posted();
    }

    /** All that the bot posted, as the emulator keeps it. */
    private List<JsonNode> kept() throws IOException, InterruptedException {
        var server = running.orElseThrow();
        var request = HttpRequest.newBuilder(server.address().resolve("/getUpdatesHistory"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"token\":\"%s\"}".formatted(token)))
                .build();
        return server.answer(request).path("result").valueStream().toList();
    }

    @Test
    void a_message_is_kept_word_for_word_in_its_chat() throws Exception {
        var posted = posted(bot(), Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ITALIAN));

        var kept = kept();
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().path("messageId").asText()).isEqualTo(posted.id());
        var message = kept.getFirst().path("message");
        assertThat(message.path("chat_id").asText()).isEqualTo(CHAT);
        assertThat(message.path("text").asText())
                .isEqualTo(
                        "problem: Messaggi e Foto & altro (dalle 21:04 CET), perché è così. %s".formatted(Posts.URL));
    }

    @Test
    void a_hostile_name_arrives_without_a_call_and_without_a_parse_mode() throws Exception {
        posted(bot(), Posts.saying(Posts.HOSTILE));

        var message = kept().getFirst().path("message");
        var text = message.path("text").asText();
        assertThat(text.replace("\u2060", "")).isEqualTo(Posts.HOSTILE);
        assertThat(text).doesNotContainPattern("[@#]\\w");
        assertThat(message.has("parse_mode") || message.has("entities")).isFalse();
    }

    @Test
    void a_follow_up_replies_to_the_message_before_it() throws Exception {
        var bot = bot();
        var first = posted(bot, Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));
        var second = posted(bot, Posts.of(Saying.STILL, Optional.of(first), Posts.ENGLISH));

        posted(bot, Posts.of(Saying.RESOLVED, Optional.of(second), Posts.ENGLISH));

        var kept = kept();
        assertThat(kept).hasSize(3);
        assertThat(repliedTo(kept.get(1))).isEqualTo(first.id());
        assertThat(repliedTo(kept.get(2))).isEqualTo(second.id());
    }

    private static String repliedTo(JsonNode kept) {
        return kept.at("/message/reply_parameters/message_id").asText();
    }

    @Test
    void an_edit_changes_the_message_that_it_names_and_makes_none_however_often() throws Exception {
        var bot = bot();
        var first = posted(bot, Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));
        var other = posted(bot, Posts.saying("Another one"));
        var edit = Posts.edit(bot, Posts.of(Saying.RESOLVED, Optional.of(first), Posts.ENGLISH));

        var once = bot.edit(edit, Instant.now());
        var twice = bot.edit(edit, Instant.now());

        assertThat(once).isEqualTo(new Outcome.Delivered(first));
        assertThat(twice).isEqualTo(once);
        assertThat(kept()).hasSize(2);
        assertThat(textOf(first)).startsWith("resolved: ");
        assertThat(textOf(other)).isEqualTo("Another one");
    }

    private String textOf(Posted posted) throws IOException, InterruptedException {
        return kept().stream()
                .filter(kept -> kept.path("messageId").asText().equals(posted.id()))
                .findFirst()
                .orElseThrow()
                .at("/message/text")
                .asText();
    }

    /** The Bot API has {@code getChat}; the emulator knows {@code getMe} alone. */
    @Test
    void a_probe_that_gets_half_an_answer_claims_nothing_and_posts_nothing() throws Exception {
        assertThat(bot().probe(Instant.now())).isInstanceOf(Probe.Unreachable.class);
        assertThat(kept()).isEmpty();
    }
}
