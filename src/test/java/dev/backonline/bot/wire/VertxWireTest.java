package dev.backonline.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Raw;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import dev.backonline.channel.ScriptedServer.Stall;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the wire reports is what the server saw. */
class VertxWireTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final VertxWire WIRE = new VertxWire(VERTX);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ScriptedServer server = new ScriptedServer(_ -> Reply.of(200, "fine"));

    @AfterEach
    void stopServer() {
        server.close();
    }

    @AfterAll
    static void stopVertx() {
        WIRE.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void an_answer_comes_whole_with_lower_case_header_names() {
        server.script(_ -> Reply.of(201, "è fatto").with("X-Limit", "3"));

        var reply = WIRE.exchange(post("/path?query=1", "{\"text\":\"è\"}"));

        assertThat(reply).isInstanceOfSatisfying(Wire.Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(201);
            assertThat(answered.body()).isEqualTo("è fatto");
            assertThat(answered.cut()).isFalse();
            assertThat(answered.header("x-limit")).contains("3");
            assertThat(answered.headers()).containsKey("x-limit");
        });
        assertThat(server.last().method()).isEqualTo("POST");
        assertThat(server.last().target()).isEqualTo("/path?query=1");
        assertThat(server.last().body()).isEqualTo("{\"text\":\"è\"}");
        assertThat(server.last().header("x-one")).contains("1");
    }

    @Test
    void a_refused_connection_sent_nothing() {
        var reply = WIRE.exchange(request("GET", ScriptedServer.nowhere(), "", LONG, true));

        assertThat(reply).isEqualTo(new Wire.Unsent("connection refused"));
    }

    @Test
    void a_host_that_does_not_exist_sent_nothing() {
        var reply = WIRE.exchange(request("GET", URI.create("http://nowhere.invalid/"), "", LONG, true));

        assertThat(reply).isEqualTo(new Wire.Unsent("no such host"));
    }

    @Test
    void an_address_that_is_not_of_the_web_sent_nothing() {
        var reply = WIRE.exchange(request("GET", URI.create("mailto:someone@example.org"), "", LONG, true));

        assertThat(reply).isInstanceOf(Wire.Unsent.class);
    }

    @Test
    void a_header_that_cannot_be_written_sent_nothing() {
        var headers = Map.of("x-token", "one\r\ntwo");

        var reply = WIRE.exchange(new Wire.Request("POST", server.address(), headers, "body", LONG, false));

        assertThat(reply).isInstanceOf(Wire.Unsent.class);
        assertThat(reply.reason()).doesNotContain("two");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void a_reset_after_the_request_leaves_it_open_what_the_server_did() {
        server.script(_ -> new Reset());

        var reply = WIRE.exchange(post("/secret-token", "{}"));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Wire.Unanswered.class,
                        unanswered -> assertThat(unanswered.timedOut()).isFalse());
        assertThat(reply.reason()).doesNotContain("secret-token");
        assertThat(server.received()).hasSize(1);
    }

    /** As after a process has stood still: the connection is there at once, and the time was up before. */
    @Test
    void nothing_is_written_once_the_time_is_up_however_quickly_the_connection_is_made() {
        for (var time = 0; time < 100; time++) {
            var reply = WIRE.exchange(request("POST", server.address(), "{}", Duration.ofNanos(1), true));

            assertThat(reply).isInstanceOf(Wire.Unsent.class);
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void silence_is_a_time_out_of_the_whole_exchange() {
        server.script(_ -> new Stall());

        var reply = WIRE.exchange(request("POST", server.address(), "{}", Duration.ofMillis(200), false));

        assertThat(reply).isEqualTo(new Wire.Unanswered("time-out after 0.2s", true));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void an_answer_that_stops_half_way_is_none() {
        server.script(_ -> new Raw("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nonly this"));

        var reply = WIRE.exchange(post("/", "{}"));

        assertThat(reply).isInstanceOf(Wire.Unanswered.class);
    }

    @Test
    void garbage_is_no_answer() {
        server.script(_ -> new Raw("220 mail.example.org ESMTP\r\n"));

        var reply = WIRE.exchange(post("/", "{}"));

        assertThat(reply).isInstanceOf(Wire.Unanswered.class);
    }

    @Test
    void a_huge_body_is_cut_at_the_cap() {
        server.script(_ -> Reply.of(200, "x".repeat(Way.MOST_BODY_BYTES + 100_000)));

        var reply = WIRE.exchange(post("/", "{}"));

        assertThat(reply).isInstanceOfSatisfying(Wire.Answered.class, answered -> {
            assertThat(answered.cut()).isTrue();
            assertThat(answered.body()).hasSize(Way.MOST_BODY_BYTES);
        });
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() {
        server.script(_ -> Reply.of(302, "").with("location", "/elsewhere"));

        var reply = WIRE.exchange(post("/", "{}"));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Wire.Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(302));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void checks_share_a_connection_and_posts_never_do() {
        IntStream.range(0, 20).forEach(_ -> WIRE.exchange(request("GET", server.address(), "", LONG, true)));
        var shared = server.connections();

        IntStream.range(0, 3).forEach(_ -> WIRE.exchange(request("POST", server.address(), "{}", LONG, false)));

        assertThat(shared).isLessThan(5);
        assertThat(server.connections()).isEqualTo(shared + 3);
    }

    private Wire.Request post(String path, String body) {
        return request("POST", server.address().resolve(path), body, LONG, false);
    }

    private static Wire.Request request(String method, URI address, String body, Duration timeout, boolean reuse) {
        return new Wire.Request(method, address, Map.of("x-one", "1"), body, timeout, reuse);
    }
}
