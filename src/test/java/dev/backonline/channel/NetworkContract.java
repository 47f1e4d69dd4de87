package dev.backonline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Channel.Post;
import dev.backonline.channel.ScriptedServer.Raw;
import dev.backonline.channel.ScriptedServer.Reaction;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import dev.backonline.channel.ScriptedServer.Stall;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every channel over HTTP keeps, against a server that does anything: its outcome is true to what was created there. */
public abstract class NetworkContract extends ChannelContract {
    /** A secret that every channel of these tests is given, in its token or its address. */
    protected static final String TOKEN = "s3cr3t-t0k3n";

    private static final Vertx VERTX = Vertx.vertx();
    private static final VertxWire WIRE = new VertxWire(VERTX);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Set<String> PLUMBING = Set.of("host", "connection", "content-length", "user-agent");
    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final AtomicInteger created = new AtomicInteger();
    private final ScriptedServer server = new ScriptedServer(_ -> Reply.of(404, ""));

    protected abstract Channel channel(URI server, Wire wire);

    /** The network's yes. */
    protected abstract Reply yes();

    /** What a 2xx means whose body is not the network's. */
    protected Class<? extends Outcome> unreadableYes() {
        return Outcome.Unknown.class;
    }

    /** What a 404 without more words means. */
    protected Class<? extends Outcome> notFound() {
        return Outcome.TargetGone.class;
    }

    /** What is sent of a body that was prepared: a network that wants its key in there gets it last of all. */
    protected String leaving(String body) {
        return body;
    }

    protected static Wire wire() {
        return WIRE;
    }

    protected ScriptedServer server() {
        return server;
    }

    protected Outcome send(Post post) {
        var channel = channel(server.address(), WIRE);
        return channel.send(Posts.frozen(channel, post), Posts.AT);
    }

    private Outcome send() {
        return send(post());
    }

    private static Post post() {
        return Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH);
    }

    protected Outcome answered(Reply reply) {
        server.script(_ -> reply);
        return send();
    }

    /** Whether this asks the network to make a post. */
    protected boolean creates(Received request) {
        return request.method().equals("POST");
    }

    /** Counts a post before it answers. */
    private ScriptedServer.Script creating(ScriptedServer.Script then) {
        return request -> {
            if (creates(request)) {
                created.incrementAndGet();
            }
            return then.to(request);
        };
    }

    private void createsThen(Reaction reaction) {
        server.script(creating(request -> creates(request) ? reaction : yes()));
    }

    @BeforeEach
    void sayYes() {
        server.script(creating(_ -> yes()));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Override
    protected String carried(Post post) {
        send(post);
        return server.received().reversed().stream()
                .filter(this::creates)
                .findFirst()
                .map(NetworkContract::shown)
                .orElseThrow();
    }

    protected static String shown(Received request) {
        var headers = new TreeMap<>(request.headers())
                .entrySet().stream()
                        .filter(header -> !PLUMBING.contains(header.getKey()))
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n"));
        return "%s %s\n%s\n\n%s".formatted(request.method(), request.target(), headers, readable(request.body()));
    }

    /** JSON in lines, or a form's fields. */
    private static String readable(String body) {
        return body.matches("\\w+=[^{]*")
                ? URLDecoder.decode(body.replace("&", "\n"), StandardCharsets.UTF_8)
                : pretty(body);
    }

    private static String pretty(String json) {
        try {
            return PRETTY.writeValueAsString(PRETTY.readTree(json));
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void a_yes_is_one_post() {
        var outcome = send();

        assertThat(outcome).isInstanceOfAny(Outcome.Delivered.class, Outcome.AcceptedNoId.class);
        assertThat(created).hasValue(1);
    }

    @Test
    void a_refused_connection_sent_nothing() {
        var channel = channel(ScriptedServer.nowhere(), WIRE);

        var outcome = channel.send(Posts.frozen(channel, post()), Posts.AT);

        assertThat(outcome).isEqualTo(new Outcome.NotSent("connection refused"));
    }

    @Test
    void a_reset_after_creating_is_unknown() {
        createsThen(new Reset());

        var outcome = send();

        assertSettles(outcome, 10);
        assertThat(created).hasValue(1);
    }

    @Test
    void silence_after_creating_is_unknown_for_longer() {
        createsThen(new Stall());
        var channel = channel(server.address(), request -> WIRE.exchange(hurried(request)));

        var outcome = channel.send(Posts.frozen(channel, post()), Posts.AT);

        assertSettles(outcome, 30);
        assertThat(created).hasValue(1);
    }

    private static Wire.Request hurried(Wire.Request request) {
        return new Wire.Request(
                request.method(), request.address(), request.headers(), request.body(), SHORT, request.reuse());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 520})
    void a_server_error_after_creating_is_unknown(int status) {
        createsThen(Reply.of(status, "{\"error\":\"out of order\"}"));

        var outcome = send();

        assertSettles(outcome, 10);
        assertThat(created).hasValue(1);
    }

    @Test
    void garbage_is_unknown() {
        createsThen(new Raw("no HTTP at all\r\n\r\n"));

        assertSettles(send(), 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Log in to this hotel's network</html>", "{\"half\":", "[]", "null"})
    void a_yes_that_is_not_the_networks_is_none(String body) {
        createsThen(Reply.of(200, body));

        var outcome = send();

        assertThat(outcome).isInstanceOf(unreadableYes());
    }

    @Test
    void a_huge_answer_is_not_read_to_its_end() {
        createsThen(Reply.of(200, "{\"id\":\"1\",\"x\":\"" + "x".repeat(3 << 20)));

        assertThat(send()).isInstanceOf(unreadableYes());
    }

    @Test
    void a_redirect_to_another_host_is_not_followed() {
        try (var elsewhere = new ScriptedServer(_ -> yes())) {
            var outcome = answered(Reply.of(307, "").with("location", elsewhere.address() + "/hook"));

            assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "retry-after, 7, 7",
        "retry-after, 0, 1",
        "retry-after, 100000, 3600",
        "retry-after, 'Sun, 22 Nov 2026 20:05:00 GMT', 60",
        "retry-after, 'Sat, 21 Nov 2026 20:05:00 GMT', 1",
        "x-ratelimit-reset, 2026-11-22T20:04:30.000000Z, 30",
        "x-ratelimit-reset, 1795377845, 5",
        "x-rate-limit-reset, 1795377845, 5",
        "ratelimit-reset, 1795377845, 5",
        "ratelimit-reset, 12, 12",
        "x-ratelimit-reset-after, 1.5, 2",
        "retry-after, soon, 30",
    })
    void too_many_is_said_in_many_ways(String header, String value, long seconds) {
        var outcome = answered(Reply.of(429, "").with(header, value));

        assertWaits(outcome, seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"message\":\"You are being rate limited.\",\"retry_after\":4.2,\"global\":false} | 5",
                "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":35}} | 35",
                "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":2000} | 2",
            })
    void too_many_is_said_in_bodies_too(String body, long seconds) {
        var outcome = answered(Reply.of(429, body));

        assertWaits(outcome, seconds);
    }

    @Test
    void a_server_whose_clock_is_wrong_is_understood() {
        var reply = Reply.of(429, "")
                .with("date", "Mon, 01 Jan 2024 00:00:00 GMT")
                .with("retry-after", "Mon, 01 Jan 2024 00:00:20 GMT");

        assertWaits(answered(reply), 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refused_credentials_wait_for_a_person(int status) {
        assertThat(answered(Reply.of(status, ""))).isInstanceOf(Outcome.AuthInvalid.class);
    }

    @Test
    void what_is_gone_is_gone() {
        assertThat(answered(Reply.of(410, ""))).isInstanceOf(Outcome.TargetGone.class);
        assertThat(answered(Reply.of(404, ""))).isInstanceOf(notFound());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 413, 422})
    void a_no_says_why_without_our_secrets(int status) {
        var outcome = answered(Reply.of(status, "{\"error\":\"too long, my dear %s\"}".formatted(echo())));

        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(outcome.toString()).contains("too long, my dear").doesNotContain(TOKEN);
    }

    /** A server that repeats to us what we must not show. */
    protected String echo() {
        return TOKEN;
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 401, 404, 429, 500})
    void no_outcome_holds_a_secret(int status) {
        var outcome = answered(Reply.of(status, echo()));

        assertThat(outcome.toString()).doesNotContain(TOKEN);
    }

    @Test
    void a_repeat_is_the_same_to_the_byte_on_a_connection_of_its_own() {
        var channel = channel(server.address(), WIRE);
        var frozen = Posts.frozen(channel, post());

        channel.send(frozen, Posts.AT);
        channel.send(frozen, Posts.AT.plusSeconds(60));

        var posts = server.received().stream().filter(this::creates).toList();
        assertThat(posts).extracting(Received::body).containsExactly(leaving(frozen.body()), leaving(frozen.body()));
        assertThat(posts)
                .extracting(Received::target)
                .hasSize(2)
                .containsOnly(posts.getFirst().target());
        assertThat(server.connections()).isEqualTo(server.received().size());
    }

    private static void assertSettles(Outcome outcome, long seconds) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.settle()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    private static void assertWaits(Outcome outcome, long seconds) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Throttled.class, throttled -> {
            var wait = Duration.between(Posts.AT, throttled.notBefore());
            assertThat(wait).isBetween(Duration.ofSeconds(seconds).minusMillis(999), Duration.ofSeconds(seconds));
        });
    }
}
