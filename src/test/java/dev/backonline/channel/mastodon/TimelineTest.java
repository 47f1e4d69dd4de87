package dev.backonline.channel.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.mastodon.FakeMastodon.Mishap;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A post that may have been made is found again if it was, and no other is taken for it. */
class TimelineTest {
    private static final VertxWire WIRE = new VertxWire(Vertx.vertx());
    private static final String TEXT = "Problems with Photos & more, since 21:04 CET. #1 " + Posts.URL;

    private Instant now = Posts.AT;
    private final FakeMastodon server = new FakeMastodon(() -> now);
    private final Channel account = MastodonAccountTest.account(server.address(), WIRE);

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Frozen frozen(Optional<Posted> parent) {
        var newest = account.newest(Posts.AT) instanceof Sighting.Seen(var posted)
                ? Optional.of(posted.id())
                : Optional.<String>empty();
        return Posts.frozen(account, Posts.saying(TEXT, parent), newest);
    }

    private Frozen frozen() {
        return frozen(Optional.empty());
    }

    private Sighting lookUp(Frozen frozen) {
        return account.lookUp(frozen, _ -> false, Posts.AT);
    }

    @Test
    void a_post_that_was_made_before_the_reset_is_found() {
        server.post("An older one.", Optional.empty());
        server.next(Mishap.RESET_AFTER_CREATING);
        var frozen = frozen();

        var outcome = account.send(frozen, Posts.AT);

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        var made = server.statuses().getLast().id();
        assertThat(lookUp(frozen)).isInstanceOfSatisfying(Sighting.Seen.class, seen -> {
            assertThat(seen.posted().id()).isEqualTo(made);
            assertThat(seen.posted().link()).isPresent();
        });
    }

    @Test
    void a_post_that_was_not_made_is_not_found() {
        server.next(Mishap.RESET_BEFORE_CREATING);
        var frozen = frozen();

        account.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_repeat_with_the_key_is_the_same_post() {
        server.next(Mishap.ERROR_AFTER_CREATING);
        var frozen = frozen();

        account.send(frozen, Posts.AT);
        var repeat = account.send(frozen, Posts.AT);

        assertThat(repeat).isInstanceOf(Outcome.Delivered.class);
        assertThat(server.statuses()).hasSize(1);
    }

    @Test
    void the_newest_post_is_the_landmark() {
        assertThat(account.newest(Posts.AT)).isEqualTo(new Sighting.Nothing());
        server.post("One.", Optional.empty());
        var two = server.post("Two.", Optional.empty());

        assertThat(account.newest(Posts.AT))
                .isInstanceOfSatisfying(
                        Sighting.Seen.class,
                        seen -> assertThat(seen.posted().id()).isEqualTo(two.id()));
    }

    @Test
    void an_identical_older_post_is_not_ours() {
        account.send(frozen(), Posts.AT);
        server.next(Mishap.RESET_BEFORE_CREATING);
        var frozen = frozen();

        account.send(frozen, Posts.AT);

        assertThat(server.statuses()).hasSize(1);
        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_post_of_another_delivery_is_not_ours() {
        var frozen = frozen();
        account.send(frozen, Posts.AT);
        var other = server.statuses().getLast().id();

        var sighting = account.lookUp(frozen, other::equals, Posts.AT);

        assertThat(sighting).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_post_with_another_parent_is_not_ours() {
        server.ignoreKeys();
        var parent = server.post("Parent.", Optional.empty());
        var alone = frozen();
        var reply = frozen(Optional.of(new Posted(parent.id(), Optional.empty())));

        account.send(alone, Posts.AT);

        assertThat(lookUp(reply)).isEqualTo(new Sighting.Nothing());
        account.send(reply, Posts.AT);
        assertThat(lookUp(reply)).isInstanceOf(Sighting.Seen.class);
    }

    @Test
    void clocks_may_differ_by_five_minutes_and_times_be_cut_to_the_second() {
        var frozen = frozen();
        now = Posts.AT.minusSeconds(299);
        account.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Seen.class);
    }

    @Test
    void a_post_of_long_before_is_not_ours() {
        var frozen = frozen();
        now = Posts.AT.minusSeconds(301);
        account.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_list_that_lags_shows_nothing_yet() {
        var frozen = frozen();
        account.send(frozen, Posts.AT);
        server.hideNewest(1);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
        server.hideNewest(0);
        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Seen.class);
    }

    @Test
    void a_post_below_many_newer_ones_is_found_on_a_later_page() {
        var frozen = frozen();
        account.send(frozen, Posts.AT);
        IntStream.range(0, 95).forEach(number -> server.post("Chatter " + number, Optional.empty()));

        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Seen.class);
    }

    @Test
    void an_account_that_chatters_without_end_cannot_be_looked_through() {
        var frozen = frozen();
        account.send(frozen, Posts.AT);
        IntStream.range(0, 250).forEach(number -> server.post("Chatter " + number, Optional.empty()));

        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Unavailable.class);
    }

    @Test
    void who_we_are_is_asked_once() {
        account.newest(Posts.AT);
        account.newest(Posts.AT);

        assertThat(server.requests())
                .filteredOn(request -> request.target().contains("verify_credentials"))
                .hasSize(1);
    }

    @Test
    void a_server_that_is_away_shows_nothing_either_way() {
        var frozen = frozen();
        server.close();

        assertThat(account.newest(Posts.AT)).isInstanceOf(Sighting.Unavailable.class);
        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Unavailable.class);
    }

    @Test
    void the_next_of_a_thread_replies_to_the_one_before() {
        account.send(frozen(), Posts.AT);
        var first = server.statuses().getLast();
        var reply = Posts.of(Saying.RESOLVED, Optional.of(new Posted(first.id(), Optional.empty())), Posts.ITALIAN);

        account.send(Posts.frozen(account, reply), Posts.AT);

        assertThat(server.statuses().getLast().inReplyTo()).contains(first.id());
    }
}
