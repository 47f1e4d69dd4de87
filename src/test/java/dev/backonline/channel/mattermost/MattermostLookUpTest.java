package dev.backonline.channel.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Sighting;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A post that may have been made is found again if it was, and no other is taken for it. */
class MattermostLookUpTest {
    private static final VertxWire WIRE = new VertxWire(Vertx.vertx());

    private final FakeMattermost server = new FakeMattermost();
    private final Channel bot = MattermostBotTest.bot(server.address(), WIRE);

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Frozen frozen(Optional<Posted> parent) {
        return Posts.frozen(bot, Posts.saying("Text", parent));
    }

    private Frozen frozen() {
        return frozen(Optional.empty());
    }

    private Sighting lookUp(Frozen frozen) {
        return bot.lookUp(frozen, _ -> false, Posts.AT);
    }

    private String last() {
        return server.posts().getLast().path("id").asText();
    }

    @Test
    void a_post_that_was_made_before_the_reset_is_found() {
        server.resetNext(true);
        var frozen = frozen();

        assertThat(bot.send(frozen, Posts.AT)).isInstanceOf(Outcome.Unknown.class);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Seen(new Posted(last(), Optional.empty())));
    }

    @Test
    void a_post_that_was_not_made_is_not_found() {
        server.resetNext(false);
        var frozen = frozen();

        bot.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_repeat_while_the_server_remembers_is_the_same_post() {
        server.resetNext(true);
        var frozen = frozen();

        bot.send(frozen, Posts.AT);
        var repeat = bot.send(frozen, Posts.AT);

        assertThat(repeat).isEqualTo(new Outcome.Delivered(new Posted(last(), Optional.empty())));
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void a_reply_is_found_with_its_thread() {
        bot.send(frozen(), Posts.AT);
        var root = last();
        server.forgetPending();
        var reply = Posts.frozen(
                bot, Posts.of(Saying.STILL, Optional.of(new Posted(root, Optional.empty())), Posts.ENGLISH));

        bot.send(reply, Posts.AT);

        assertThat(lookUp(reply)).isEqualTo(new Sighting.Seen(new Posted(last() + " " + root, Optional.empty())));
    }

    @Test
    void a_person_who_repeats_our_words_or_our_key_is_not_us() {
        server.say(FakeMattermost.SELF, "Text", "", "");
        server.say("u".repeat(26), "Text", frozen().key(), "");

        assertThat(lookUp(frozen())).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void what_somebody_deleted_by_now_was_posted() {
        var frozen = frozen();
        bot.send(frozen, Posts.AT);
        server.posts().getLast().put("delete_at", 1_795_377_845_000L);

        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Seen.class);
    }

    @Test
    void a_room_that_chatters_without_end_cannot_be_looked_through() {
        var frozen = frozen();
        bot.send(frozen, Posts.AT);
        IntStream.range(0, 1_000).forEach(number -> server.say("u".repeat(26), "Chatter " + number, "", ""));

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
