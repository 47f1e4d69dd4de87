package dev.backonline.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Keyring;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.PocketKeyring;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Our channel against the reference server itself: the first run installs it below {@code target/bluesky} with npm, and compiles its
 * database. Skipped, with what is missing, where that can't be done in time, and by {@code -Dbluesky.server=false}.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class RealServerTest {
    private static final Duration INSTALLING = Duration.ofSeconds(130);

    private static final Vertx VERTX = Vertx.vertx();
    private static final VertxWire WIRE = new VertxWire(VERTX);

    private static Optional<RealServer> running = Optional.empty();

    private final PocketKeyring keyring = new PocketKeyring();
    private final RealServer server = running.orElseThrow();
    private final RealServer.Account account = registered(server);

    @BeforeAll
    static void serve() throws InterruptedException {
        assumeTrue(!"false".equals(System.getProperty("bluesky.server")), "not wanted: -Dbluesky.server=false");
        try {
            running = Optional.of(RealServer.start(INSTALLING));
        } catch (IOException missing) {
            abort("no server: " + missing);
        }
    }

    @AfterAll
    static void end() {
        running.ifPresent(RealServer::close);
        WIRE.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static RealServer.Account registered(RealServer server) {
        try {
            return server.account();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private BlueskySettings settings(String name, String password) throws IOException {
        return new BlueskySettings(server.address(), name, new Secret(password));
    }

    private Channel channel(String name, String password, Keyring kept) throws IOException {
        return new BlueskyKind().create(settings(name, password), new Outfit(WIRE, kept));
    }

    /** As the file has it: by its handle. */
    private Channel channel() throws IOException {
        return channel(account.handle(), account.appPassword(), keyring);
    }

    private static Posted posted(Channel channel, Channel.Post post) {
        var outcome = channel.send(Posts.frozen(channel, post), Instant.now());
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        return ((Outcome.Delivered) outcome).posted();
    }

    private static String uri(Posted posted) {
        return posted.id().replaceFirst(" .*", "");
    }

    private static String cid(Posted posted) {
        return posted.id().split(" ", -1)[1];
    }

    @Test
    void a_post_is_kept_word_for_word_by_an_account_that_is_named_by_its_handle() throws Exception {
        var posted = posted(channel(), Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ITALIAN));

        var kept = server.entry(uri(posted));
        assertThat(uri(posted)).startsWith("at://" + account.did() + "/app.bsky.feed.post/");
        assertThat(kept.path("cid").asText()).isEqualTo(cid(posted));
        assertThat(kept.path("value").path("text").asText()).startsWith("problem: Messaggi e Foto & altro");
        assertThat(kept.path("value").path("langs").toString()).isEqualTo("[\"it\"]");
        assertThat(kept.path("value").path("createdAt").asText()).isEqualTo(Posts.AT.toString());
    }

    @Test
    void a_post_is_kept_by_an_account_that_is_named_by_its_did() throws Exception {
        posted(channel(account.did(), account.appPassword(), keyring), Posts.saying("Text"));

        assertThat(server.posts(account)).hasSize(1);
    }

    @Test
    void the_same_sent_again_is_the_same_post() throws Exception {
        var channel = channel();
        var frozen = Posts.frozen(channel, Posts.saying("Text"));

        var first = channel.send(frozen, Instant.now());
        var second = channel.send(frozen, Instant.now());
        var afterRestart = channel().send(frozen, Instant.now());

        assertThat(first).isInstanceOf(Outcome.Delivered.class);
        assertThat(second).isEqualTo(first);
        assertThat(afterRestart).isEqualTo(first);
        assertThat(server.posts(account)).hasSize(1);
    }

    @Test
    void follow_ups_name_their_parent_and_the_beginning_of_the_thread() throws Exception {
        var channel = channel();
        var first = posted(channel, Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));
        var second = posted(channel, Posts.of(Saying.STILL, Optional.of(first), Posts.ENGLISH));

        var third = posted(channel, Posts.of(Saying.RESOLVED, Optional.of(second), Posts.ENGLISH));

        var reply = server.entry(uri(third)).path("value").path("reply");
        assertThat(reply.path("root").path("uri").asText()).isEqualTo(uri(first));
        assertThat(reply.path("root").path("cid").asText()).isEqualTo(cid(first));
        assertThat(reply.path("parent").path("uri").asText()).isEqualTo(uri(second));
        assertThat(reply.path("parent").path("cid").asText()).isEqualTo(cid(second));
    }

    @Test
    void the_server_counts_as_we_do() throws Exception {
        var limit = new BlueskyKind()
                .capabilities(settings(account.handle(), account.appPassword()))
                .limit();
        var longest = "è👨‍👩‍👧‍👦".repeat(100) + "a".repeat(100);
        var tooLong = longest + "a";
        var tooManyBytes = "👨‍👩‍👧‍👦".repeat(121);

        var channel = channel();
        posted(channel, Posts.saying(longest));
        var refused = channel.send(Posts.frozen(channel, Posts.saying(tooLong)), Instant.now());
        var alsoRefused = channel.send(Posts.frozen(channel, Posts.saying(tooManyBytes)), Instant.now());

        assertThat(limit.admits(longest)).isTrue();
        assertThat(limit.admits(tooLong)).isFalse();
        assertThat(limit.admits(tooManyBytes)).isFalse();
        assertThat(refused).isInstanceOf(Outcome.Rejected.class);
        assertThat(alsoRefused).isInstanceOf(Outcome.Rejected.class);
        assertThat(server.posts(account)).hasSize(1);
    }

    @Test
    void a_wrong_password_is_said_to_be_one() throws Exception {
        var channel = channel(account.handle(), "made-up-wrong-password", keyring);

        assertThat(channel.send(Posts.frozen(channel, Posts.saying("Text")), Instant.now()))
                .isInstanceOf(Outcome.AuthInvalid.class);
        assertThat(channel.probe(Instant.now())).isInstanceOf(Probe.Refused.class);
        assertThat(keyring.replaced()).isZero();
    }

    @Test
    void a_refused_token_is_traded_kept_and_then_used_for_one_post() throws Exception {
        channel().probe(Instant.now());
        var before = keyring.read().orElseThrow();
        keyring.replace(
                keyring.read(),
                new Credentials(new Secret("made-up-access"), before.refresh(), before.expires(), before.origin()));

        var channel = channel();
        posted(channel, Posts.saying("Text"));

        var after = keyring.read().orElseThrow();
        assertThat(after.refresh()).isNotEqualTo(before.refresh());
        assertThat(keyring.replaced()).isEqualTo(3);
        assertThat(server.posts(account)).hasSize(1);
    }

    @Test
    void where_the_whole_session_is_refused_the_password_opens_another() throws Exception {
        channel().probe(Instant.now());
        var before = keyring.read().orElseThrow();
        var refused = new Secret("made-up-session");
        keyring.replace(keyring.read(), new Credentials(refused, refused, before.expires(), before.origin()));

        posted(channel(), Posts.saying("Text"));

        assertThat(server.posts(account)).hasSize(1);
    }

    @Test
    void nothing_is_posted_with_a_session_that_could_not_be_kept() throws Exception {
        keyring.away(true);

        var channel = channel();
        var outcome = channel.send(Posts.frozen(channel, Posts.saying("Text")), Instant.now());

        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(server.posts(account)).isEmpty();
    }

    @Test
    void links_lie_where_the_record_says() throws Exception {
        var text = "Però 👨‍👩‍👧‍👦: https://a.example/x, e poi (%s).".formatted(Posts.URL);

        var posted = posted(channel(), Posts.saying(text));

        var kept = server.entry(uri(posted)).path("value");
        assertThat(kept.path("text").asText()).isEqualTo(text);
        assertThat(kept.path("facets")).hasSize(2);
        assertThat(kept.path("facets"))
                .allSatisfy(facet -> assertThat(said(kept.path("text").asText(), facet.path("index")))
                        .isEqualTo(facet.path("features").path(0).path("uri").asText()));
    }

    private static String said(String text, JsonNode index) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var start = index.path("byteStart").asInt();
        return new String(bytes, start, index.path("byteEnd").asInt() - start, StandardCharsets.UTF_8);
    }

    @Test
    void a_probe_tells_whose_account_it_is_and_posts_nothing() throws Exception {
        assertThat(channel().probe(Instant.now()))
                .isEqualTo(new Probe.Ready("@" + account.handle(), OptionalInt.empty()));
        assertThat(server.posts(account)).isEmpty();
    }
}
