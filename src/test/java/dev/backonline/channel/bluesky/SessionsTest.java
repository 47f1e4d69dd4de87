package dev.backonline.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Keyring;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.PocketKeyring;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.outbox.Frozen;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session is opened once, kept before it is used, traded when it ends, and shared by all who share its keyring. */
class SessionsTest {
    private static final VertxWire WIRE = new VertxWire(Vertx.vertx());
    private static final String PASSWORD = "made-up-password";
    private static final String CREATE = "createSession";
    private static final String REFRESH = "refreshSession";

    private final FakeBluesky server = new FakeBluesky(PASSWORD);
    private final PocketKeyring keyring = new PocketKeyring();
    private final Channel account = account(keyring, PASSWORD);

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Channel account(Keyring kept, String password) {
        var settings = new BlueskySettings(server.address(), "status.example.org", new Secret(password));
        return new BlueskyKind().create(settings, new Outfit(WIRE, kept));
    }

    private Frozen frozen(String text) {
        return Posts.frozen(account, Posts.saying(text));
    }

    private Outcome send(Channel channel, Instant now) {
        return channel.send(frozen("Text"), now);
    }

    @Test
    void there_is_one_log_in_for_many_posts() {
        send(account, Posts.AT);
        send(account, Posts.AT.plusSeconds(60));
        send(account(keyring, PASSWORD), Posts.AT.plusSeconds(120));

        assertThat(server.asked(CREATE)).isEqualTo(1);
        assertThat(server.asked(REFRESH)).isZero();
        assertThat(keyring.replaced()).isEqualTo(1);
    }

    @Test
    void without_a_keyring_the_session_is_held_in_memory() {
        var forgetful = account(Keyring.NONE, PASSWORD);

        send(forgetful, Posts.AT);
        send(forgetful, Posts.AT.plusSeconds(60));
        send(forgetful, Posts.AT.plusSeconds(7_200));

        assertThat(server.asked(CREATE)).isEqualTo(1);
        assertThat(server.asked(REFRESH)).isEqualTo(1);
    }

    @Test
    void what_is_about_to_end_is_traded_before_the_post() {
        send(account, Posts.AT);

        var outcome = send(account, Posts.AT.plusSeconds(110 * 60 - 60));

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(server.asked(REFRESH)).isEqualTo(1);
        assertThat(server.asked("putRecord")).isEqualTo(2);
    }

    @Test
    void what_the_server_calls_expired_is_traded_and_the_post_is_put_once() {
        send(account, Posts.AT);
        server.expireAccess();

        var outcome = account.send(frozen("Another"), Posts.AT);

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(server.asked(REFRESH)).isEqualTo(1);
        assertThat(server.asked(CREATE)).isEqualTo(1);
    }

    @Test
    void a_session_that_is_over_altogether_is_opened_anew() {
        send(account, Posts.AT);
        server.expireSessions();

        assertThat(send(account, Posts.AT)).isInstanceOf(Outcome.Delivered.class);
        assertThat(server.asked(CREATE)).isEqualTo(2);
    }

    @Test
    void another_password_in_the_file_wins() {
        send(account, Posts.AT);
        server.password("made-up-and-newer");

        var outcome = send(account(keyring, "made-up-and-newer"), Posts.AT);

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(server.asked(CREATE)).isEqualTo(2);
        assertThat(server.asked(REFRESH)).isZero();
        assertThat(keyring.read().orElseThrow().origin()).doesNotContain("made-up");
    }

    @Test
    void a_wrong_password_waits_for_a_person() {
        var outcome = send(account(keyring, "made-up-and-wrong"), Posts.AT);

        assertThat(outcome).isInstanceOf(Outcome.AuthInvalid.class);
        assertThat(outcome.toString()).contains("app password").doesNotContain("made-up-and-wrong");
        assertThat(server.records()).isEmpty();
    }

    @Test
    void what_cannot_be_kept_is_not_used() {
        keyring.away(true);

        assertThat(send(account, Posts.AT)).isInstanceOf(Outcome.NotSent.class);
        assertThat(server.records()).isEmpty();
    }

    @Test
    void a_server_that_gives_no_session_has_no_post() {
        server.insteadOfSession(FakeBluesky.reset());
        server.insteadOfSession(Reply.of(503, ""));
        server.insteadOfSession(Reply.of(200, "<html>Log in to this hotel's network</html>"));
        server.insteadOfSession(Reply.of(429, "").with("ratelimit-reset", "1795377900"));

        assertThat(send(account, Posts.AT)).isInstanceOf(Outcome.NotSent.class);
        assertThat(send(account, Posts.AT)).isInstanceOf(Outcome.NotSent.class);
        assertThat(send(account, Posts.AT)).isInstanceOf(Outcome.NotSent.class);
        assertThat(send(account, Posts.AT)).isInstanceOf(Outcome.Throttled.class);
        assertThat(server.records()).isEmpty();
    }

    @Test
    void two_processes_that_meet_an_ended_session_trade_it_once() {
        var other = account(keyring, PASSWORD);
        send(account, Posts.AT);
        server.expireAccess();

        send(account, Posts.AT);
        var outcome = send(other, Posts.AT);

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(server.asked(REFRESH)).isEqualTo(1);
        assertThat(server.asked(CREATE)).isEqualTo(1);
    }

    @Test
    void who_is_second_to_keep_uses_what_the_first_kept() {
        var overtaken = new Overtaken(keyring, () -> send(account, Posts.AT));

        var outcome = send(account(overtaken, PASSWORD), Posts.AT);

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(keyring.replaced()).isEqualTo(1);
        assertThat(server.asked(CREATE)).isEqualTo(2);
        assertThat(keyring.read().orElseThrow().access()).isEqualTo(new Secret("access-2"));
    }

    @Test
    void a_repeat_after_a_reset_is_the_same_record() {
        server.afterPutting(FakeBluesky.reset());
        var frozen = frozen("Text");

        var first = account.send(frozen, Posts.AT);
        var second = account.send(frozen, Posts.AT.plusSeconds(10));

        assertThat(first).isInstanceOf(Outcome.Unknown.class);
        assertThat(second).isInstanceOf(Outcome.Delivered.class);
        assertThat(server.records()).hasSize(1);
    }

    @Test
    void the_account_is_asked_for_without_posting() {
        assertThat(account.probe(Posts.AT)).isEqualTo(new Probe.Ready("@status.example.org", OptionalInt.empty()));
        server.expireAccess();
        assertThat(account.probe(Posts.AT)).isInstanceOf(Probe.Ready.class);
        assertThat(account(new PocketKeyring(), "made-up-and-wrong").probe(Posts.AT))
                .isInstanceOf(Probe.Refused.class);
        assertThat(server.records()).isEmpty();
        server.close();
        assertThat(account.probe(Posts.AT)).isInstanceOf(Probe.Unreachable.class);
    }
}
