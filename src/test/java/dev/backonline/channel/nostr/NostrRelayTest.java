package dev.backonline.channel.nostr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NpmServer;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our channel against a relay of others' (npm {@code @nostr-relay}), which looks at ids and signatures, read by a client of others' (npm
 * {@code nostr-tools}), which looks at them again. Skipped, with what is missing, where they can't be installed.
 */
@Timeout(120)
class NostrRelayTest {
    private static Optional<NpmServer> running = Optional.empty();

    private static int accounts;

    /** Each test has an account of its own: the same text of the same account at the same time would be the same event. */
    private final String key = "%064x".formatted(++accounts);

    @BeforeAll
    static void serve() throws InterruptedException {
        running = Optional.of(NpmServer.of("nostr"));
    }

    @AfterAll
    static void end() {
        running.ifPresent(NpmServer::close);
    }

    private static URI relay(String path) throws IOException {
        var address = running.orElseThrow().address();
        return URI.create("ws://" + address.getAuthority() + path);
    }

    private Channel account(URI... relays) {
        var addresses = Stream.of(relays).map(RelayAddress::new).toList();
        return new NostrKind()
                .create(
                        new NostrSettings(addresses, new Secret(key), Optional.empty()),
                        Outfit.of(running.orElseThrow().wire()));
    }

    private Channel account() throws IOException {
        return account(relay("/"));
    }

    private static Posted posted(Channel account, Channel.Post post) {
        var outcome = account.send(Posts.frozen(account, post), Instant.now());
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        return ((Outcome.Delivered) outcome).posted();
    }

    private static String own(Posted posted) {
        return posted.id().substring(0, 64);
    }

    /** What the client reads under an id. */
    private static List<JsonNode> read(String id) throws IOException, InterruptedException {
        var server = running.orElseThrow();
        return server.answer(HttpRequest.newBuilder(server.address()).build())
                .valueStream()
                .filter(event -> event.path("id").asText().equals(id))
                .toList();
    }

    @Test
    void a_post_is_read_word_for_word() throws Exception {
        var posted = posted(account(), Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ITALIAN));

        var event = read(posted.id()).getFirst();
        assertThat(event.path("content").asText())
                .startsWith("problem: Messaggi e Foto & altro (dalle 21:04 CET), perché è così.")
                .endsWith(Posts.URL.toString());
        assertThat(event.path("kind").asInt()).isEqualTo(1);
        assertThat(event.path("created_at").asLong()).isEqualTo(Posts.AT.getEpochSecond());
        assertThat(event.path("tags").toString()).contains("[\"l\",\"it\",\"ISO-639-1\"]");
        assertThat(event.path("thread").toString()).doesNotContain("\"root\"", "\"reply\"");
    }

    /** The id is the hash of what NIP-01 writes: were one sign of it written in another way, the relay would say so. */
    @ParameterizedTest
    @ValueSource(strings = {"\"a\" \\ /b", "one\ntwo\tthree", "è 😀 \u2028 \u007f \u0001 \ufeff", "</script>"})
    void every_sign_is_hashed_and_signed_as_the_relay_and_the_client_do(String text) throws Exception {
        var posted = posted(account(), Posts.saying(text));

        assertThat(read(posted.id())).hasSize(1);
    }

    @Test
    void a_hostile_name_calls_nobody() throws Exception {
        var posted = posted(account(), Posts.saying(Posts.HOSTILE));

        var content = read(posted.id()).getFirst().path("content").asText();
        assertThat(content.replace("\u2060", "")).isEqualTo(Posts.HOSTILE);
        assertThat(content).doesNotContainPattern("[@#]\\w");
    }

    @Test
    void the_client_sees_the_thread() throws Exception {
        var account = account();
        var first = posted(account, Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));
        var second = posted(account, Posts.of(Saying.STILL, Optional.of(first), Posts.ENGLISH));

        var third = posted(account, Posts.of(Saying.RESOLVED, Optional.of(second), Posts.ENGLISH));

        var thread = read(own(third)).getFirst().path("thread");
        assertThat(thread.path("root").path("id").asText()).isEqualTo(own(first));
        assertThat(thread.path("reply").path("id").asText()).isEqualTo(own(second));
        assertThat(read(own(second)).getFirst().at("/thread/reply/id").asText()).isEqualTo(own(first));
    }

    @Test
    void a_post_in_doubt_that_is_sent_again_is_the_same_one() throws Exception {
        var account = account();
        var frozen = Posts.frozen(account, Posts.saying("In doubt"));

        var first = account.send(frozen, Instant.now());
        var second = account().send(frozen, Instant.now());

        assertThat(first).isInstanceOf(Outcome.Delivered.class);
        assertThat(second).isEqualTo(first);
        assertThat(read(((Outcome.Delivered) first).posted().id())).hasSize(1);
    }

    @Test
    void an_event_that_somebody_changed_is_refused() throws Exception {
        var account = account();
        var frozen = Posts.frozen(account, Posts.saying("Word for word"));

        var outcome = account.send(changed(frozen), Instant.now());

        assertThat(outcome).isEqualTo(new Outcome.Rejected("no relay takes it: 127.0.0.1 says: invalid: id is wrong"));
    }

    private static Frozen changed(Frozen frozen) {
        return new Frozen(
                frozen.saying(),
                frozen.key(),
                frozen.body().replace("Word", "Lie"),
                frozen.text(),
                frozen.at(),
                frozen.parent(),
                frozen.newest(),
                frozen.doubted());
    }

    @Test
    void a_relay_that_wants_work_gets_none_and_another_one_is_enough() throws Exception {
        var alone = account(relay("/hard"));
        var both = account(relay("/hard"), relay("/"));

        assertThat(alone.send(Posts.frozen(alone, Posts.saying("Work")), Instant.now()))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class, no -> assertThat(no.fix()).contains("says: pow: difficulty"));
        assertThat(read(posted(both, Posts.saying("Work")).id())).hasSize(1);
    }

    @Test
    void a_probe_is_answered_and_posts_nothing() throws Exception {
        assertThat(account(relay("/"), relay("/hard")).probe(Instant.now())).isInstanceOf(Probe.Ready.class);
    }
}
