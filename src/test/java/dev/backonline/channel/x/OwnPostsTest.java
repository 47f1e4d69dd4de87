package dev.backonline.channel.x;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Posts;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import dev.backonline.channel.Sighting;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A post that may have been made is found again if it was, and no other is taken for it. */
class OwnPostsTest {
    private static final VertxWire WIRE = new VertxWire(Vertx.vertx());
    private static final String TEXT = "Problems with @Photos & <more> of v1.2.is, since 21:04 CET. " + Posts.URL;

    private Instant now = Posts.AT;
    private final FakeX server = new FakeX(() -> now);
    private final Channel account = XAccountTest.account(server.address(), WIRE);

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
        server.afterCreating(new Reset());
        var frozen = frozen();

        var outcome = account.send(frozen, Posts.AT);

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        var made = server.entries().getLast().id();
        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Seen(OwnPosts.posted(made)));
    }

    @Test
    void a_post_that_was_not_made_is_not_found() {
        server.insteadOfCreating(new Reset());
        var frozen = frozen();

        account.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_duplicate_is_a_reason_to_look_and_is_found() {
        server.afterCreating(Reply.of(503, ""));
        var frozen = frozen();

        account.send(frozen, Posts.AT);
        var repeat = account.send(frozen, Posts.AT);

        assertThat(repeat).isInstanceOf(Outcome.Unknown.class);
        assertThat(server.entries()).hasSize(1);
        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Seen.class);
    }

    @Test
    void an_identical_older_post_is_not_ours() {
        account.send(frozen(), Posts.AT);
        server.insteadOfCreating(new Reset());
        var frozen = frozen();

        account.send(frozen, Posts.AT);

        assertThat(server.entries()).hasSize(1);
        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_post_of_another_delivery_is_not_ours() {
        var frozen = frozen();
        account.send(frozen, Posts.AT);
        var other = server.entries().getLast().id();

        assertThat(account.lookUp(frozen, other::equals, Posts.AT)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_post_with_another_parent_is_not_ours() {
        var parent = server.post("Parent.", Optional.empty());
        var alone = frozen();
        var reply = frozen(Optional.of(OwnPosts.posted(parent.id())));

        account.send(reply, Posts.AT);

        assertThat(lookUp(alone)).isEqualTo(new Sighting.Nothing());
        assertThat(lookUp(reply)).isInstanceOf(Sighting.Seen.class);
    }

    @Test
    void clocks_may_differ_by_five_minutes_and_times_be_cut_to_the_second() {
        var frozen = frozen();
        now = Posts.AT.minusMillis(299_900);
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
        IntStream.range(0, 250).forEach(number -> server.post("Chatter " + number, Optional.empty()));

        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Seen.class);
    }

    @Test
    void an_account_that_chatters_without_end_cannot_be_looked_through() {
        var frozen = frozen();
        account.send(frozen, Posts.AT);
        IntStream.range(0, 400).forEach(number -> server.post("Chatter " + number, Optional.empty()));

        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Unavailable.class);
    }

    @Test
    void who_we_are_is_asked_once() {
        account.newest(Posts.AT);
        account.newest(Posts.AT);

        assertThat(server.asked("/2/users/me")).isEqualTo(1);
    }

    @Test
    void a_server_that_is_away_shows_nothing_either_way() {
        var frozen = frozen();
        server.close();

        assertThat(account.newest(Posts.AT)).isInstanceOf(Sighting.Unavailable.class);
        assertThat(lookUp(frozen)).isInstanceOf(Sighting.Unavailable.class);
    }
}
