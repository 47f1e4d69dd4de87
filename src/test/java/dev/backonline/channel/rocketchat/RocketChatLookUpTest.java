package dev.backonline.channel.rocketchat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message that may have been made is found again if it was, and is never made twice. */
class RocketChatLookUpTest {
    private static final VertxWire WIRE = new VertxWire(Vertx.vertx());

    private final FakeRocketChat server = new FakeRocketChat();
    private final Channel bot = RocketChatBotTest.bot(server.address(), WIRE);

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Frozen frozen(Saying saying) {
        return Posts.frozen(bot, Posts.of(saying, Optional.empty(), Posts.ENGLISH));
    }

    private Sighting lookUp(Frozen frozen) {
        return bot.lookUp(frozen, _ -> false, Posts.AT);
    }

    private Sighting last() {
        var id = server.messages().getLast().path("_id").asText();
        return new Sighting.Seen(new Posted(id, Optional.empty()));
    }

    @Test
    void a_message_that_was_made_before_the_reset_is_found() {
        bot.send(frozen(Saying.STILL), Posts.AT);
        server.resetNext(true);
        var frozen = frozen(Saying.PROBLEM);

        assertThat(bot.send(frozen, Posts.AT)).isInstanceOf(Outcome.Unknown.class);

        assertThat(lookUp(frozen)).isEqualTo(last());
    }

    @Test
    void a_message_that_was_not_made_is_not_found() {
        bot.send(frozen(Saying.STILL), Posts.AT);
        server.resetNext(false);
        var frozen = frozen(Saying.PROBLEM);

        bot.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_repeat_makes_no_second_message_and_its_answer_is_no_no() {
        var frozen = frozen(Saying.PROBLEM);
        bot.send(frozen, Posts.AT);

        var repeat = bot.send(frozen, Posts.AT);

        assertThat(server.messages()).hasSize(1);
        assertThat(repeat).isInstanceOf(Outcome.Unknown.class);
        assertThat(lookUp(frozen)).isEqualTo(last());
    }

    @Test
    void a_message_of_somebody_else_under_our_id_is_not_ours() {
        var frozen = frozen(Saying.PROBLEM);
        bot.send(frozen, Posts.AT);
        server.messages().getLast().putObject("u").put("_id", "somebody");

        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Unavailable.class);
    }

    @Test
    void a_server_that_cannot_be_asked_shows_nothing_either_way() {
        server.forbidReading();
        assertThat(lookUp(frozen(Saying.PROBLEM))).isInstanceOf(Sighting.Unavailable.class);

        server.close();
        assertThat(lookUp(frozen(Saying.PROBLEM))).isInstanceOf(Sighting.Unavailable.class);
    }
}
