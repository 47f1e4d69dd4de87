package dev.backonline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.markup.SlackText;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that may have been made is found again if it was, and no other is taken for it. */
class RoomHistoryTest {
    private static final VertxWire WIRE = new VertxWire(Vertx.vertx());
    private static final String TEXT = "✅ Problems with Photos & <more>, since 21:04:05 CET. " + Posts.URL;

    private Instant now = Posts.AT;
    private final FakeSlack server = new FakeSlack(() -> now);
    private final Channel bot = SlackBotTest.bot(server.address(), WIRE);

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Frozen frozen(Optional<Posted> parent) {
        return Posts.frozen(bot, Posts.saying(TEXT, parent));
    }

    private Frozen frozen() {
        return frozen(Optional.empty());
    }

    /** The tests' posts have a key for each saying, real ones a key for each delivery. */
    private static Frozen keyed(String key, Frozen like) {
        return new Frozen(
                like.saying(),
                key,
                like.body().replace(like.key(), key),
                like.text(),
                like.at(),
                like.parent(),
                like.newest(),
                false);
    }

    private Sighting lookUp(Frozen frozen) {
        return bot.lookUp(frozen, _ -> false, Posts.AT);
    }

    private Posted first() {
        var root = bot.send(Posts.frozen(bot, Posts.saying("The first one.")), Posts.AT);
        assertThat(root).isInstanceOf(Outcome.Delivered.class);
        return new Posted(server.messages().getLast().ts(), Optional.empty());
    }

    private void assertFound(Frozen frozen) {
        var made = server.messages().getLast();
        var id = made.thread().map(root -> made.ts() + " " + root).orElse(made.ts());

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Seen(new Posted(id, Optional.empty())));
    }

    @Test
    void a_message_that_was_made_before_the_reset_is_found() {
        server.resetNext(true);
        var frozen = frozen();

        var outcome = bot.send(frozen, Posts.AT);

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertFound(frozen);
    }

    @Test
    void a_message_that_was_not_made_is_not_found() {
        server.resetNext(false);
        var frozen = frozen();

        bot.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void nothing_is_asked_before_a_post() {
        assertThat(bot.newest(Posts.AT)).isEqualTo(new Sighting.Nothing());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_message_without_its_key_is_known_by_its_text() {
        server.dropKeys();
        var frozen = frozen();

        bot.send(frozen, Posts.AT);

        assertFound(frozen);
    }

    @Test
    void a_message_whose_text_was_edited_is_known_by_its_key() {
        var frozen = frozen();
        bot.send(frozen, Posts.AT);
        var kept = server.messages().getLast();
        var other = new FakeSlack(() -> now);
        other.post("U1", "Edited.", kept.thread(), kept.metadata());

        assertThat(SlackBotTest.bot(other.address(), WIRE).lookUp(frozen, _ -> false, Posts.AT))
                .isInstanceOf(Sighting.Seen.class);
        other.close();
    }

    @Test
    void an_identical_older_post_is_not_ours() {
        bot.send(frozen(), Posts.AT);
        var frozen = keyed("another-key", frozen());
        server.resetNext(false);

        bot.send(frozen, Posts.AT);

        assertThat(server.messages()).hasSize(1);
        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_person_who_repeats_our_words_is_not_us() {
        server.post("U2", SlackText.escaped(TEXT), Optional.empty(), Optional.empty());

        assertThat(lookUp(frozen())).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_message_of_another_delivery_is_not_ours() {
        server.dropKeys();
        var frozen = frozen();
        bot.send(frozen, Posts.AT);
        var other = server.messages().getLast().ts();

        assertThat(bot.lookUp(frozen, other::equals, Posts.AT)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_reply_is_looked_for_in_its_thread() {
        var root = first();
        bot.send(keyed("second", frozen(Optional.of(root))), Posts.AT);
        var second = server.messages().getLast();
        var parent = new Posted(second.ts() + " " + root.id(), Optional.empty());
        var third = keyed("third", frozen(Optional.of(parent)));
        server.resetNext(true);

        bot.send(third, Posts.AT);

        assertThat(server.messages()).hasSize(3);
        assertThat(server.messages().getLast().thread()).contains(root.id());
        assertFound(third);
    }

    @Test
    void a_reply_without_its_key_is_known_by_its_text_and_thread() {
        server.dropKeys();
        var reply = frozen(Optional.of(first()));

        bot.send(reply, Posts.AT);

        assertFound(reply);
        assertThat(lookUp(frozen())).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_thread_that_is_gone_holds_no_reply() {
        var reply = frozen(Optional.of(new Posted("1795377800.000100", Optional.empty())));

        assertThat(lookUp(reply)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void clocks_may_differ_by_five_minutes_and_times_be_cut_to_the_second() {
        server.dropKeys();
        var frozen = frozen();
        now = Posts.AT.minusSeconds(299).plusMillis(900);
        bot.send(frozen, Posts.AT);

        assertFound(frozen);
    }

    @Test
    void a_message_of_long_before_is_not_ours() {
        server.dropKeys();
        now = Posts.AT.minusSeconds(301);
        var frozen = frozen();
        bot.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_list_that_lags_shows_nothing_yet() {
        var frozen = frozen();
        bot.send(frozen, Posts.AT);
        server.hideNewest(1);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
        server.hideNewest(0);
        assertFound(frozen);
    }

    private void chatter(int count) {
        IntStream.range(0, count)
                .forEach(number -> server.post("U2", "Chatter " + number, Optional.empty(), Optional.empty()));
    }

    @Test
    void a_message_below_many_newer_ones_is_found_on_a_later_page() {
        var frozen = frozen();
        bot.send(frozen, Posts.AT);
        chatter(250);

        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Seen.class);
    }

    @Test
    void a_room_that_chatters_without_end_cannot_be_looked_through() {
        var frozen = frozen();
        bot.send(frozen, Posts.AT);
        chatter(1_100);

        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing_scope", "not_in_channel", "ratelimited", "internal_error", "channel_not_found"})
    void a_room_that_cannot_be_read_shows_nothing_either_way(String error) {
        server.refuseReading(error);

        assertThat(lookUp(frozen()))
                .isInstanceOfSatisfying(
                        Sighting.Unavailable.class,
                        unavailable -> assertThat(unavailable.reason()).contains(error));
    }

    @Test
    void a_missing_scope_is_named() {
        server.refuseReading("missing_scope");

        assertThat(lookUp(frozen()).toString()).contains("the scope channels:history");
    }

    @Test
    void a_server_that_is_away_shows_nothing_either_way() {
        var frozen = frozen();
        server.close();

        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Unavailable.class);
    }

    @Test
    void a_room_known_by_name_is_looked_through_once_its_id_was_told() {
        var settings = SlackBotTest.settings(server.address(), "#status", false);
        var named = new SlackKind().create(settings, Outfit.of(WIRE));
        var frozen = Posts.frozen(named, Posts.saying(TEXT));

        assertThat(named.lookUp(frozen, _ -> false, Posts.AT).toString()).contains("write it in the file");
        named.send(frozen, Posts.AT);
        assertThat(named.lookUp(frozen, _ -> false, Posts.AT)).isInstanceOf(Sighting.Seen.class);
    }
}
