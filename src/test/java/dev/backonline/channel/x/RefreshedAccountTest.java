package dev.backonline.channel.x;

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
import dev.backonline.channel.ScriptedServer.Reset;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.x.XSettings.Threading;
import io.vertx.core.Vertx;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A refresh token serves once, so what it is traded for is kept before it is used. */
class RefreshedAccountTest {
    private static final VertxWire WIRE = new VertxWire(Vertx.vertx());
    private static final String TRADE = "/2/oauth2/token";

    private final FakeX server = new FakeX(() -> Posts.AT);
    private final PocketKeyring keyring = new PocketKeyring();
    private final Channel account = account(keyring);

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Channel account(Keyring kept) {
        var settings = XAccountTest.settings(server.address(), "cpr", Threading.OFF, false);
        return new XKind().create(settings, new Outfit(WIRE, kept));
    }

    private static Outcome send(Channel channel, String text, Instant now) {
        return channel.send(Posts.frozen(channel, Posts.saying(text)), now);
    }

    @Test
    void the_files_token_is_traded_once_and_what_follows_is_kept() {
        assertThat(send(account, "One", Posts.AT)).isInstanceOf(Outcome.Delivered.class);
        assertThat(send(account(keyring), "Two", Posts.AT)).isInstanceOf(Outcome.Delivered.class);

        assertThat(server.asked(TRADE)).isEqualTo(1);
        assertThat(keyring.read().orElseThrow().refresh()).isEqualTo(new Secret("refresh-1"));
    }

    @Test
    void what_is_about_to_end_is_traded_first() {
        send(account, "One", Posts.AT);

        assertThat(send(account, "Two", Posts.AT.plusSeconds(7_100))).isInstanceOf(Outcome.Delivered.class);
        assertThat(keyring.read().orElseThrow().refresh()).isEqualTo(new Secret("refresh-2"));
    }

    @Test
    void a_refused_token_is_traded_and_the_post_is_made_once() {
        send(account, "One", Posts.AT);
        server.expireAccess();

        assertThat(send(account, "Two", Posts.AT)).isInstanceOf(Outcome.Delivered.class);
        assertThat(server.entries()).hasSize(2);
    }

    @Test
    void two_processes_that_meet_an_ended_token_trade_it_once() {
        var other = account(keyring);
        send(account, "One", Posts.AT);
        send(other, "Two", Posts.AT);
        server.expireAccess();

        send(account, "Three", Posts.AT);

        assertThat(send(other, "Four", Posts.AT)).isInstanceOf(Outcome.Delivered.class);
        assertThat(server.asked(TRADE)).isEqualTo(2);
    }

    @Test
    void a_token_that_is_taken_by_nobody_waits_for_a_person() {
        server.insteadOfToken(Reply.of(400, "{\"error\":\"invalid_request\"}"));

        assertThat(send(account, "One", Posts.AT)).isInstanceOf(Outcome.AuthInvalid.class);
    }

    @Test
    void a_server_that_gives_no_token_has_no_post() {
        server.insteadOfToken(new Reset());
        server.insteadOfToken(Reply.of(503, ""));
        server.insteadOfToken(Reply.of(200, "<html>Log in to this hotel's network</html>"));
        server.insteadOfToken(Reply.of(429, "").with("x-rate-limit-reset", "1795377900"));
        server.insteadOfToken(Reply.of(401, "{\"error\":\"unauthorized_client\"}"));

        assertThat(send(account, "One", Posts.AT)).isInstanceOf(Outcome.NotSent.class);
        assertThat(send(account, "One", Posts.AT)).isInstanceOf(Outcome.NotSent.class);
        assertThat(send(account, "One", Posts.AT)).isInstanceOf(Outcome.NotSent.class);
        assertThat(send(account, "One", Posts.AT)).isInstanceOf(Outcome.Throttled.class);
        assertThat(send(account, "One", Posts.AT)).isInstanceOf(Outcome.AuthInvalid.class);
        assertThat(server.entries()).isEmpty();
    }

    @Test
    void what_cannot_be_kept_is_not_used() {
        keyring.away(true);

        assertThat(send(account, "One", Posts.AT)).isInstanceOf(Outcome.NotSent.class);
        assertThat(account.newest(Posts.AT)).isInstanceOf(Sighting.Unavailable.class);
        assertThat(server.entries()).isEmpty();
    }

    @Test
    void where_nothing_is_kept_no_token_is_used_up() {
        var forgetful = account(Keyring.NONE);

        assertThat(forgetful.probe(Posts.AT)).isInstanceOf(Probe.Mute.class);
        assertThat(send(forgetful, "One", Posts.AT)).isInstanceOf(Outcome.AuthInvalid.class);
        assertThat(server.asked(TRADE)).isZero();
    }

    @Test
    void the_account_is_asked_for_with_a_token_too() {
        assertThat(account.probe(Posts.AT)).isInstanceOf(Probe.Ready.class);
    }
}
