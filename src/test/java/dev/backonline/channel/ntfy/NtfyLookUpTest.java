package dev.backonline.channel.ntfy;

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
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that may have been made is found again if it was, and no other is taken for it. */
class NtfyLookUpTest {
    private static final VertxWire WIRE = new VertxWire(Vertx.vertx());

    private Instant now = Posts.AT;
    private final FakeNtfy server = new FakeNtfy(() -> now);
    private final Channel topic = NtfyTopicTest.topic(server.address(), WIRE);

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Frozen frozen(Saying saying) {
        return Posts.frozen(topic, Posts.of(saying, Optional.empty(), Posts.ENGLISH));
    }

    private Sighting lookUp(Frozen frozen) {
        return topic.lookUp(frozen, _ -> false, Posts.AT);
    }

    private Sighting last() {
        return new Sighting.Seen(new Posted(server.last(), Optional.empty()));
    }

    /** The same words in another delivery. */
    private static Frozen keyed(String key, Frozen like) {
        return new Frozen(
                like.saying(), key, like.body(), like.text(), like.at(), like.parent(), like.newest(), like.doubted());
    }

    @Test
    void a_message_that_was_made_before_the_reset_is_found() {
        topic.send(frozen(Saying.STILL), Posts.AT);
        server.resetNext(true);
        var frozen = frozen(Saying.PROBLEM);

        assertThat(topic.send(frozen, Posts.AT)).isInstanceOf(Outcome.Unknown.class);

        assertThat(lookUp(frozen)).isEqualTo(last());
    }

    @Test
    void a_message_that_was_not_made_is_not_found() {
        server.resetNext(false);
        var frozen = frozen(Saying.PROBLEM);

        topic.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void the_same_words_under_another_sequence_are_not_ours() {
        topic.send(frozen(Saying.PROBLEM), Posts.AT);

        assertThat(lookUp(keyed("another-key", frozen(Saying.PROBLEM)))).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_server_that_knows_no_sequences_knows_words() {
        server.knowNoSequences();
        server.resetNext(true);
        var frozen = frozen(Saying.PROBLEM);
        topic.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(last());
        assertThat(topic.lookUp(frozen, server.last()::equals, Posts.AT)).isEqualTo(new Sighting.Nothing());
        assertThat(lookUp(frozen(Saying.STILL))).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void there_the_same_words_of_long_before_are_not_ours() {
        server.knowNoSequences();
        now = Posts.AT.minusSeconds(301);
        var frozen = frozen(Saying.PROBLEM);
        topic.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Log in to this hotel's network</html>", "{\"half\":", "{}", "[]", "null"})
    void a_page_in_the_place_of_the_list_shows_nothing_either_way(String page) {
        server.showInstead(page);

        assertThat(lookUp(frozen(Saying.PROBLEM))).isInstanceOf(Sighting.Unavailable.class);
    }

    @Test
    void a_topic_that_cannot_be_read_shows_nothing_either_way() {
        server.forbidReading();
        assertThat(lookUp(frozen(Saying.PROBLEM))).isInstanceOf(Sighting.Unavailable.class);

        server.close();
        assertThat(lookUp(frozen(Saying.PROBLEM))).isInstanceOf(Sighting.Unavailable.class);
    }
}
