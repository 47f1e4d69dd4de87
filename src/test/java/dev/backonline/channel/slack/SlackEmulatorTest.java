package dev.backonline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NpmServer;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Our channel against an emulator of Slack by others (npm {@code emulate}); skipped, with what is missing, where that can't be installed. It
 * keeps rooms, threads, metadata and scopes, and has Slack's words for a no. It reads no markup, takes a reply to any time stamp, lists whatever
 * is older than it was asked for, and a token that it doesn't know is one without scopes, not {@code invalid_auth}.
 */
@Timeout(120)
class SlackEmulatorTest {
    /** It is there from the beginning. */
    private static final String ROOM = "C000000001";

    private static final String TOKEN = "made-up-token";

    private static Optional<NpmServer> running = Optional.empty();

    @BeforeAll
    static void serve() throws InterruptedException {
        running = Optional.of(NpmServer.of("emulate", "slack"));
    }

    @AfterAll
    static void end() {
        running.ifPresent(NpmServer::close);
    }

    private static NpmServer server() {
        return running.orElseThrow();
    }

    private static Channel bot(String token, String room, Wire wire) throws IOException {
        var settings =
                new SlackSettings(new Secret(token), room, server().address().resolve("/api"), false);
        return new SlackKind().create(settings, Outfit.of(wire));
    }

    private static Channel bot(String token) throws IOException {
        return bot(token, ROOM, server().wire());
    }

    private static Outcome sent(Channel bot, Channel.Post post) {
        return bot.send(Posts.frozen(bot, post), Instant.now());
    }

    private static Posted posted(Channel bot, Channel.Post post) {
        var outcome = sent(bot, post);
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        return ((Outcome.Delivered) outcome).posted();
    }

    /** The time stamp that Slack knows a message by; ours may have its thread's behind it. */
    private static String own(Posted posted) {
        return posted.id().replaceFirst(" .*", "");
    }

    /** A thread as the emulator lists it, the oldest first. */
    private static List<JsonNode> thread(Posted first) throws IOException, InterruptedException {
        return listed("conversations.replies?channel=%s&ts=%s".formatted(ROOM, own(first)));
    }

    private static List<JsonNode> listed(String query) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server().address().resolve("/api/" + query))
                .header("authorization", "Bearer " + TOKEN)
                .build();
        return server().answer(request).path("messages").valueStream().toList();
    }

    @Test
    void a_message_is_kept_word_for_word() throws Exception {
        var posted = posted(bot(TOKEN), Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ITALIAN));

        var kept = thread(posted).getFirst();
        assertThat(kept.path("ts").asText()).isEqualTo(posted.id());
        assertThat(kept.path("text").asText())
                .isEqualTo("problem: Messaggi e Foto &amp; altro (dalle 21:04 CET), perché è così. %s"
                        .formatted(Posts.URL));
        assertThat(kept.has("thread_ts")).isFalse();
    }

    @Test
    void a_hostile_name_is_kept_without_what_calls_and_with_markup_off() throws Exception {
        var posted = posted(bot(TOKEN), Posts.saying(Posts.HOSTILE));

        var kept = thread(posted).getFirst();
        assertThat(kept.path("text").asText())
                .doesNotContain("<", ">")
                .contains("&lt;!channel&gt; *x* @everyone [a](b)", "&amp; @someone@example.org");
        assertThat(kept.path("mrkdwn").asBoolean(true)).isFalse();
        assertThat(kept.path("link_names").asBoolean(true)).isFalse();
    }

    @Test
    void follow_ups_are_in_the_thread_of_the_first_message_and_not_in_the_room() throws Exception {
        var bot = bot(TOKEN);
        var first = posted(bot, Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));
        var second = posted(bot, Posts.of(Saying.STILL, Optional.of(first), Posts.ENGLISH));

        var third = posted(bot, Posts.of(Saying.RESOLVED, Optional.of(second), Posts.ENGLISH));

        assertThat(thread(first))
                .extracting(message -> message.path("ts").asText())
                .containsExactly(own(first), own(second), own(third));
        assertThat(thread(first).getFirst().path("reply_count").asInt()).isEqualTo(2);
        assertThat(listed("conversations.history?channel=" + ROOM))
                .extracting(message -> message.path("ts").asText())
                .contains(own(first))
                .doesNotContain(own(second), own(third));
    }

    @Test
    void a_message_whose_answer_was_lost_is_found_by_its_key() throws Exception {
        var post = Posts.of(Saying.SCHEDULED, Optional.empty(), Posts.ENGLISH);
        var lossy = bot(TOKEN, ROOM, server().lossyWire());
        var bot = bot(TOKEN);

        var before = bot.lookUp(Posts.frozen(bot, post), _ -> false, Instant.now());
        var outcome = sent(lossy, post);
        var after = bot.lookUp(Posts.frozen(bot, post), _ -> false, Instant.now());

        assertThat(before).isEqualTo(new Sighting.Nothing());
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(after)
                .isInstanceOfSatisfying(
                        Sighting.Seen.class,
                        seen -> assertThat(textOf(seen.posted())).startsWith("scheduled: "));
    }

    @Test
    void a_reply_whose_answer_was_lost_is_found_in_its_thread() throws Exception {
        var bot = bot(TOKEN);
        var first = posted(bot, Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));
        var reply = Posts.of(Saying.WORSE, Optional.of(first), Posts.ENGLISH);

        sent(bot(TOKEN, ROOM, server().lossyWire()), reply);
        var sighting = bot.lookUp(Posts.frozen(bot, reply), _ -> false, Instant.now());

        var kept = thread(first);
        assertThat(kept).hasSize(2);
        assertThat(sighting)
                .isInstanceOfSatisfying(
                        Sighting.Seen.class,
                        seen -> assertThat(seen.posted().id())
                                .isEqualTo("%s %s"
                                        .formatted(kept.getLast().path("ts").asText(), own(first))));
    }

    private static String textOf(Posted posted) {
        try {
            return thread(posted).getFirst().path("text").asText();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void a_room_by_its_name_is_looked_through_once_a_message_told_its_id() throws Exception {
        var bot = bot(TOKEN, "general", server().wire());
        var post = Posts.of(Saying.STARTED, Optional.empty(), Posts.ENGLISH);

        var before = bot.lookUp(Posts.frozen(bot, post), _ -> false, Instant.now());
        var posted = posted(bot, post);

        assertThat(before).isInstanceOf(Sighting.Unavailable.class);
        assertThat(bot.lookUp(Posts.frozen(bot, post), _ -> false, Instant.now()))
                .isEqualTo(new Sighting.Seen(posted));
    }

    @Test
    void an_edit_changes_one_message_and_keeps_its_key_however_often() throws Exception {
        var bot = bot(TOKEN);
        var first = posted(bot, Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));
        var edit = Posts.edit(bot, Posts.of(Saying.RESOLVED, Optional.of(first), Posts.ENGLISH));

        var once = bot.edit(edit, Instant.now());
        var twice = bot.edit(edit, Instant.now());

        assertThat(once).isEqualTo(new Outcome.Delivered(first));
        assertThat(twice).isEqualTo(once);
        assertThat(thread(first)).hasSize(1);
        var kept = thread(first).getFirst();
        assertThat(kept.path("text").asText()).startsWith("resolved: Messages and Photos &amp; more");
        assertThat(kept.path("blocks").findValuesAsText("text").toString())
                .contains("resolved: Messages and Photos & more");
        assertThat(kept.at("/metadata/event_payload/key").asText()).isEqualTo("key-problem");
        assertThat(kept.path("edited").path("ts").asText()).isNotEmpty();
    }

    @Test
    void an_edit_of_what_is_not_there_is_told_from_everything_else() throws Exception {
        var bot = bot(TOKEN);
        var gone = new Posted("1700000000.000001", Optional.empty());

        assertThat(bot.edit(Posts.edit(bot, Posts.saying("Text", Optional.of(gone))), Instant.now()))
                .isInstanceOf(Outcome.ParentGone.class);
    }

    @Test
    void a_missing_scope_is_named() throws Exception {
        var stranger = sent(bot("made-up-unknown"), Posts.saying("Text"));
        var writer = bot("made-up-writer");
        var post = Posts.saying("Without history");
        posted(writer, post);

        assertThat(stranger)
                .isInstanceOfSatisfying(
                        Outcome.AuthInvalid.class,
                        no -> assertThat(no.fix()).contains("the token lacks the scope chat:write"));
        assertThat(writer.lookUp(Posts.frozen(writer, post), _ -> false, Instant.now()))
                .isInstanceOfSatisfying(
                        Sighting.Unavailable.class,
                        no -> assertThat(no.reason()).contains("the token lacks the scope channels:history"));
    }

    @Test
    void a_room_that_is_none_or_not_the_bots_is_said_to_be_one() throws Exception {
        var nowhere = sent(bot(TOKEN, "C0NOSUCH00", server().wire()), Posts.saying("Text"));
        var outside = sent(bot("made-up-nobody", "backroom", server().wire()), Posts.saying("Text"));

        assertThat(nowhere)
                .isInstanceOfSatisfying(
                        Outcome.TargetGone.class, no -> assertThat(no.fix()).contains("no such room"));
        assertThat(outside)
                .isInstanceOfSatisfying(
                        Outcome.TargetGone.class, no -> assertThat(no.fix()).contains("invite it"));
    }

    @Test
    void a_probe_tells_whose_token_it_is_or_what_to_do_and_posts_nothing() throws Exception {
        var before = listed("conversations.history?channel=" + ROOM);

        assertThat(bot(TOKEN).probe(Instant.now())).isEqualTo(Probe.ready("harbour-bot (Harbour)"));
        assertThat(bot("made-up-nobody").probe(Instant.now()))
                .isInstanceOfSatisfying(
                        Probe.Refused.class,
                        no -> assertThat(no.fix()).contains("copy the Bot User OAuth Token of the app again"));
        assertThat(listed("conversations.history?channel=" + ROOM)).isEqualTo(before);
    }
}
