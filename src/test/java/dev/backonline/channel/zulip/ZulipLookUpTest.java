package dev.backonline.channel.zulip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Sighting;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message that may have been made is found again if it was, and no other is taken for it. */
class ZulipLookUpTest {
    private static final VertxWire WIRE = new VertxWire(Vertx.vertx());
    private static final String TEXT = "Problems with *Photos* & <more>, since 21:04 CET. " + Posts.URL;

    private Instant now = Posts.AT;
    private final FakeZulip server = new FakeZulip(() -> now);
    private final Channel bot = ZulipBotTest.bot(server.address(), WIRE);

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Frozen frozen() {
        return frozen(Optional.empty());
    }

    /** As the engine does it: with the newest message of before. */
    private Frozen frozen(Optional<Posted> parent) {
        var newest = bot.newest(Posts.AT) instanceof Sighting.Seen(var posted)
                ? Optional.of(posted.id())
                : Optional.<String>empty();
        return Posts.frozen(bot, Posts.saying(TEXT, parent), newest);
    }

    private Sighting lookUp(Frozen frozen) {
        return bot.lookUp(frozen, _ -> false, Posts.AT);
    }

    private Posted last() {
        return new Posted(Long.toString(server.lines().getLast().id()), Optional.empty());
    }

    @Test
    void a_message_that_was_made_before_the_reset_is_found() {
        server.resetNext(true);
        var frozen = frozen();

        assertThat(bot.send(frozen, Posts.AT)).isInstanceOf(Outcome.Unknown.class);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Seen(last()));
    }

    @Test
    void a_message_that_was_not_made_is_not_found() {
        server.resetNext(false);
        var frozen = frozen();

        bot.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void an_identical_older_message_is_not_ours() {
        bot.send(frozen(), Posts.AT);
        server.resetNext(false);
        var again = frozen();

        bot.send(again, Posts.AT);

        assertThat(lookUp(again)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void ids_tell_the_order_where_numbers_get_longer() {
        IntStream.range(0, 2).forEach(number -> server.say(FakeZulip.BOT, "topic", "Before " + number));
        server.resetNext(true);
        var frozen = frozen();

        bot.send(frozen, Posts.AT);

        assertThat(frozen.newest()).contains("99");
        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Seen(new Posted("100", Optional.empty())));
    }

    @Test
    void a_clock_that_is_wrong_by_hours_changes_nothing_where_ids_tell_the_order() {
        server.say(FakeZulip.BOT, "topic", "Before.");
        var frozen = frozen();
        now = Posts.AT.minusSeconds(7_200);

        bot.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Seen(last()));
    }

    @Test
    void a_reply_is_found_whatever_topic_people_moved_it_to() {
        var reply = frozen(Optional.of(new Posted("7", Optional.empty())));
        server.say(FakeZulip.BOT, "✔ moved", ZulipText.escaped(TEXT));

        assertThat(lookUp(reply)).isEqualTo(new Sighting.Seen(last()));
    }

    @Test
    void a_person_who_repeats_our_words_is_not_us() {
        var frozen = frozen();
        server.say("iago@zulip.example.org", "topic", ZulipText.escaped(TEXT));

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_message_of_another_delivery_is_not_ours() {
        var frozen = frozen();
        bot.send(frozen, Posts.AT);

        assertThat(bot.lookUp(frozen, last().id()::equals, Posts.AT)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void too_many_newer_messages_cannot_be_looked_through() {
        var frozen = frozen();
        IntStream.range(0, 500).forEach(number -> server.say(FakeZulip.BOT, "topic", "Chatter " + number));

        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Unavailable.class);
    }

    @Test
    void a_channel_that_cannot_be_read_shows_nothing_either_way() {
        server.forbidReading();
        assertThat(lookUp(frozen())).isInstanceOf(Sighting.Unavailable.class);
        assertThat(bot.newest(Posts.AT)).isInstanceOf(Sighting.Unavailable.class);

        server.close();
        assertThat(lookUp(frozen())).isInstanceOf(Sighting.Unavailable.class);
    }
}
