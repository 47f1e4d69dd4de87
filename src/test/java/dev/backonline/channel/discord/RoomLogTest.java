package dev.backonline.channel.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.markup.DiscordText;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message that may have been made is found again if it was, and no other is taken for it. */
class RoomLogTest {
    private static final VertxWire WIRE = new VertxWire(Vertx.vertx());
    private static final String TEXT = "Problems with *Photos* & <more>, since 21:04 CET. #1 " + Posts.URL;

    private Instant now = Posts.AT;
    private final FakeDiscord server = new FakeDiscord(() -> now);
    private final Channel bot = DiscordBotTest.bot(server.address(), WIRE);

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
        var body = like.body().replace(RoomLog.nonce(like.key()), RoomLog.nonce(key));
        return new Frozen(
                like.saying(), key, body, like.text(), like.at(), like.parent(), like.newest(), like.doubted());
    }

    private Sighting lookUp(Frozen frozen) {
        return bot.lookUp(frozen, _ -> false, Posts.AT);
    }

    private String last() {
        return Long.toString(server.lines().getLast().id());
    }

    private void assertFound(Frozen frozen) {
        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Seen(new Posted(last(), Optional.empty())));
    }

    @Test
    void a_message_that_was_made_before_the_reset_is_found() {
        server.resetNext(true);
        var frozen = frozen();

        assertThat(bot.send(frozen, Posts.AT)).isInstanceOf(Outcome.Unknown.class);

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
    void a_repeat_under_the_nonce_is_the_same_message() {
        server.resetNext(true);
        var frozen = frozen();

        bot.send(frozen, Posts.AT);
        var repeat = bot.send(frozen, Posts.AT);

        assertThat(repeat).isInstanceOf(Outcome.Delivered.class);
        assertThat(server.lines()).hasSize(1);
    }

    @Test
    void a_message_without_its_nonce_is_known_by_its_text() {
        server.hideNonces();
        var frozen = frozen();

        bot.send(frozen, Posts.AT);

        assertFound(frozen);
    }

    @Test
    void an_identical_older_post_is_not_ours() {
        bot.send(frozen(), Posts.AT);
        var again = keyed("another-key", frozen());
        server.resetNext(false);

        bot.send(again, Posts.AT);

        assertThat(server.lines()).hasSize(1);
        assertThat(lookUp(again)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_person_who_repeats_our_words_is_not_us() {
        server.say("2", DiscordText.escaped(TEXT), "", Optional.empty());

        assertThat(lookUp(frozen())).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_message_of_another_delivery_is_not_ours() {
        var frozen = frozen();
        bot.send(frozen, Posts.AT);

        assertThat(bot.lookUp(frozen, last()::equals, Posts.AT)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_reply_is_known_by_its_parent() {
        server.hideNonces();
        server.forgetNonces();
        bot.send(Posts.frozen(bot, Posts.saying("Parent.")), Posts.AT);
        var parent = new Posted(last(), Optional.empty());
        var reply = frozen(Optional.of(parent));

        bot.send(reply, Posts.AT);

        assertThat(server.lines().getLast().parent()).contains(parent.id());
        assertFound(reply);
        assertThat(lookUp(frozen())).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_reply_that_stands_alone_since_its_parent_is_gone_is_found() {
        var reply = frozen(Optional.of(new Posted("7", Optional.empty())));

        bot.send(reply, Posts.AT);

        assertThat(server.lines().getLast().parent()).isEmpty();
        assertFound(reply);
    }

    @Test
    void clocks_may_differ_by_five_minutes_and_times_be_cut_to_the_second() {
        var frozen = frozen();
        now = Posts.AT.minusSeconds(299);
        bot.send(frozen, Posts.AT);

        assertFound(frozen);
    }

    @Test
    void our_key_is_known_whatever_a_clock_says() {
        now = Posts.AT.minusSeconds(301);
        var frozen = frozen();
        bot.send(frozen, Posts.AT);

        assertFound(frozen);
    }

    @Test
    void a_message_of_long_before_is_not_ours() {
        server.hideNonces();
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
        IntStream.range(0, count).forEach(number -> server.say("2", "Chatter " + number, "", Optional.empty()));
    }

    @Test
    void a_message_above_many_older_ones_is_found_on_a_later_page() {
        chatter(250);
        var frozen = frozen();
        bot.send(frozen, Posts.AT);

        assertFound(frozen);
    }

    @Test
    void a_room_that_chatters_without_end_cannot_be_looked_through() {
        var frozen = frozen();
        bot.send(frozen, Posts.AT);
        chatter(1_100);

        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Unavailable.class);
    }

    @Test
    void a_room_that_cannot_be_read_shows_nothing_either_way() {
        server.forbidReading();
        assertThat(lookUp(frozen())).isInstanceOf(Sighting.Unavailable.class);

        server.close();
        assertThat(lookUp(frozen())).isInstanceOf(Sighting.Unavailable.class);
    }
}
