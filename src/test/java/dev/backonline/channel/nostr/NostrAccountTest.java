package dev.backonline.channel.nostr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Channel.Post;
import dev.backonline.channel.ChannelContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NostrAccountTest extends ChannelContract {
    private static final NostrKind KIND = new NostrKind();
    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String ROOT = "a".repeat(64);

    /** The first secret key of BIP-340's vectors. */
    private static final String KEY = "0".repeat(63) + "3";

    private static final String LINK = "https://nostr.example.org/{id}";

    private final FakeRelay first = new FakeRelay();
    private final FakeRelay second = new FakeRelay();

    @AfterEach
    void stopRelays() {
        first.close();
        second.close();
    }

    private static NostrSettings settings(String key, String link, URI... relays) {
        return new NostrSettings(Stream.of(relays).map(RelayAddress::new).toList(), new Secret(key), Optional.of(link));
    }

    private Channel account() {
        return account(first.address(), second.address());
    }

    private static Channel account(URI... relays) {
        var settings = settings(KEY, LINK, relays);
        return new NostrAccount(settings, new Relays(settings.relays(), Duration.ofSeconds(3)));
    }

    private Outcome send() {
        var account = account();
        return account.send(Posts.frozen(account, Posts.saying("Text")), Posts.AT);
    }

    @Override
    protected String type() {
        return "nostr";
    }

    @Override
    protected Posted parent() {
        return new Posted("b".repeat(64) + " " + ROOT, Optional.empty());
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(KEY, LINK, first.address()));
    }

    @Override
    protected String carried(Post post) {
        var account = account(first.address());
        account.send(Posts.frozen(account, post), Posts.AT);
        try {
            return PRETTY.writeValueAsString(PRETTY.readTree(first.heard().getLast()));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void every_relay_is_given_the_event_and_finds_it_signed() {
        var outcome = send();

        var id = first.events().getFirst().path("id").asText();
        assertThat(outcome)
                .isEqualTo(new Outcome.Delivered(
                        new Posted(id, Optional.of(URI.create("https://nostr.example.org/" + id)))));
        assertThat(second.events()).isEqualTo(first.events());
    }

    @Test
    void a_repeat_is_the_same_event_and_no_relay_keeps_it_twice() {
        var account = account();
        var frozen = Posts.frozen(account, Posts.saying("Text"));

        account.send(frozen, Posts.AT);
        var again = account.send(frozen, Posts.AT.plusSeconds(3_600));

        assertThat(again).isInstanceOf(Outcome.Delivered.class);
        assertThat(first.events()).hasSize(1);
    }

    @Test
    void one_relay_that_takes_it_is_enough() {
        second.says("blocked: no");
        assertThat(send()).isInstanceOf(Outcome.Delivered.class);

        first.says(FakeRelay.HANG_UP);
        second.says("");
        assertThat(send()).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void a_thread_is_known_by_its_root() {
        var account = account();
        var begun = (Outcome.Delivered) account.send(Posts.frozen(account, Posts.saying("One")), Posts.AT);
        var reply = Posts.frozen(account, Posts.saying("Two", Optional.of(begun.posted())));
        var told = (Outcome.Delivered) account.send(reply, Posts.AT);

        var last = account.prepare(Posts.saying("Three", Optional.of(told.posted())));

        var root = begun.posted().id();
        assertThat(told.posted().id()).matches("[0-9a-f]{64} " + root);
        assertThat(last)
                .contains("[\"e\",\"%s\",\"\",\"root\"]".formatted(root))
                .contains("[\"e\",\"%s\",\"\",\"reply\"]"
                        .formatted(told.posted().id().substring(0, 64)));
    }

    @ParameterizedTest
    @CsvSource({
        "rate-limited: slow down, Throttled",
        "error: disk full, Throttled",
        "blocked: go away, AuthInvalid",
        "auth-required: who are you, AuthInvalid",
        "restricted: pay, AuthInvalid",
        "invalid: bad, Rejected",
        "pow: work, Rejected",
        "duplicate: old, Delivered",
        "hang up, Unknown",
        "silence, Unknown",
    })
    void what_all_relays_say_has_a_meaning(String words, String outcome) {
        first.says(words);
        second.says(words);

        var answer = send();

        assertThat(answer.getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void as_long_as_one_relay_may_have_it_the_outcome_is_unknown() {
        first.says(FakeRelay.HANG_UP);
        second.says("invalid: no");

        assertThat(send()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void relays_that_are_away_were_given_nothing() {
        var nowhere = URI.create(ScriptedServer.nowhere().toString().replace("http:", "ws:"));
        var account = account(nowhere);

        var outcome = account.send(Posts.frozen(account, Posts.saying("Text")), Posts.AT);

        assertThat(outcome).isEqualTo(new Outcome.NotSent("127.0.0.1: connection refused"));
        assertThat(account.probe(Posts.AT)).isEqualTo(new Probe.Unreachable("127.0.0.1: connection refused"));
    }

    @Test
    void a_probe_asks_each_relay_and_posts_nothing() {
        assertThat(account().probe(Posts.AT)).isEqualTo(Probe.ready("f9308a019258c310… by 2 relays"));
        assertThat(first.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "@all #tag ; @\u2060all #\u2060tag",
                "nostr:npub1abc npub1abc ; nostr\u2060:npub\u20601abc npub\u20601abc",
                "#[0] ; #\u2060[0]",
                "see https://x.example/#a @b ; see https://x.example/#a @\u2060b",
            })
    void nobody_is_called(String text, String posted) {
        assertThat(NostrText.neutral(text)).isEqualTo(posted);
    }

    /** NIP-01 writes some signs as escapes and all others as they are; the relay has hashed its own form. */
    @ParameterizedTest
    @ValueSource(strings = {"\"a\" \\ /b", "one\ntwo\tthree", "è 😀 \u2028 \u007f \u0001", "</script>"})
    void an_id_is_the_hash_of_what_nip01_writes(String text) {
        var account = account(first.address());

        assertThat(account.send(Posts.frozen(account, Posts.saying(text)), Posts.AT))
                .isInstanceOf(Outcome.Delivered.class);
        assertThat(first.heard().getLast()).doesNotContain("\\u");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://relay.example.org", "wss:relay", "relay.example.org", "wss://a b/", "wss://a/#b"})
    void what_is_no_relay_is_a_mistake(String text) {
        assertThatThrownBy(() -> RelayAddress.parse(text))
                .hasMessage("'%s' should be like 'wss://relay.example.org'", text);
    }

    @Test
    void a_post_in_doubt_is_sent_again() {
        assertThat(capabilities().repeat()).isEqualTo(new Repeat.Same());
    }

    @ParameterizedTest
    @CsvSource({
        "wss://relay.example.org, 0000000000000000000000000000000000000000000000000000000000000003, 0",
        "wss://relay.example.org, nsec1abc, 1",
        "wss://relay.example.org, 0000000000000000000000000000000000000000000000000000000000000000, 1",
    })
    void what_cannot_be_is_a_mistake(URI relay, String key, int mistakes) {
        assertThat(KIND.mistakes(settings(key, LINK, relay))).hasSize(mistakes);
        assertThat(KIND.mistakes(settings(key, "no link", relay, relay))).hasSizeGreaterThan(mistakes + 1);
    }
}
