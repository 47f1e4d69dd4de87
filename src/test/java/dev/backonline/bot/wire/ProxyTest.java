package dev.backonline.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Certificates;
import dev.backonline.check.Endpoint;
import dev.backonline.check.Question;
import dev.backonline.check.Tls;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proxy carries the request, and its own troubles are not the service's. */
class ProxyTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final VertxWire WIRE = new VertxWire(VERTX);

    @AfterAll
    static void stopVertx() {
        WIRE.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void for_https_a_proxy_is_asked_to_connect_and_told_who_we_are() throws Exception {
        try (var server = secured();
                var proxy = new LoopbackProxy("HTTP/1.1 200 OK")) {
            var reply =
                    exchange("https://localhost:" + server.address().getPort(), proxy.port(), Way.Proxy.Protocol.HTTP);

            assertThat(reply).isInstanceOf(Wire.Answered.class);
            assertThat(proxy.asked().getFirst())
                    .startsWith("CONNECT localhost:" + server.address().getPort())
                    .containsIgnoringCase("proxy-authorization: Basic cHJvYmU6bWFkZS11cA==");
            assertThat(server.last().header("proxy-authorization")).isEmpty();
        }
    }

    @Test
    void for_http_a_proxy_is_given_the_request_itself() {
        try (var proxy = new ScriptedServer(_ -> Reply.of(200, "by proxy"))) {
            var reply = exchange("http://chat.invalid/x?y", proxy.address().getPort(), Way.Proxy.Protocol.HTTP);

            assertThat(reply).isInstanceOf(Wire.Answered.class);
            assertThat(proxy.last().target()).isEqualTo("http://chat.invalid/x?y");
            assertThat(proxy.last().header("host")).contains("chat.invalid");
            assertThat(proxy.last().header("proxy-authorization")).contains("Basic cHJvYmU6bWFkZS11cA==");
        }
    }

    @Test
    void a_socks_proxy_looks_the_name_up_itself() throws Exception {
        try (var server = new ScriptedServer(_ -> Reply.of(200, "fine"));
                var proxy = new LoopbackProxy("socks")) {
            var port = server.address().getPort();

            var reply = exchange("http://chat.invalid:" + port, proxy.port(), Way.Proxy.Protocol.SOCKS5);

            assertThat(reply).isInstanceOf(Wire.Answered.class);
            assertThat(proxy.asked()).containsExactly("probe:made-up to chat.invalid:" + port);
            assertThat(server.last().header("host")).contains("chat.invalid:" + port);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "407 Proxy Authentication Required, our proxy refuses our credentials",
        "403 Forbidden, our proxy says 403",
        "500 Oops, our proxy says 500"
    })
    void a_proxy_that_refuses_us_says_nothing_about_the_service(String status, String reason) throws Exception {
        try (var proxy = new LoopbackProxy("HTTP/1.1 " + status)) {
            var answer = answer("https://chat.invalid/", proxy.port());

            assertThat(answer).isEqualTo(new Answer.Inconclusive(reason));
        }
    }

    @Test
    void one_that_forwards_and_refuses_us_says_nothing_either() {
        try (var proxy = new ScriptedServer(_ -> Reply.of(407, ""))) {
            var answer = answer("http://chat.invalid/", proxy.address().getPort());

            assertThat(answer).isEqualTo(new Answer.Inconclusive("our proxy refuses our credentials"));
        }
    }

    @Test
    void one_that_is_not_there_says_nothing_either() {
        var answer = answer("https://chat.invalid/", ScriptedServer.nowhere().getPort());

        assertThat(answer).isEqualTo(new Answer.Inconclusive("our proxy cannot be reached: connection refused"));
    }

    @Test
    void one_that_cannot_reach_the_service_does() throws Exception {
        try (var proxy = new LoopbackProxy("HTTP/1.1 502 Bad Gateway")) {
            var answer = answer("https://chat.invalid/", proxy.port());

            assertThat(answer).isEqualTo(new Answer.Down(Layer.TRANSPORT, "a proxy cannot reach it: 502"));
        }
    }

    private static ScriptedServer secured() throws Exception {
        var socket = Certificates.forLocalhost()
                .showing("good")
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new ScriptedServer(socket, "https", _ -> Reply.of(200, "fine"));
    }

    private static Wire.Reply exchange(String address, int proxy, Way.Proxy.Protocol type) {
        return WIRE.exchange(request(address, proxy, type));
    }

    private static Answer answer(String address, int proxy) {
        return new Question(WIRE, request(address, proxy, Way.Proxy.Protocol.HTTP)).ask(_ -> new Answer.Up());
    }

    private static Wire.Request request(String address, int port, Way.Proxy.Protocol type) {
        var proxy = new Way.Proxy(
                new Endpoint("127.0.0.1", port), type, Optional.of("probe"), Optional.of(new Secret("made-up")));
        try {
            var way = new Way(
                    Way.HttpVersion.HTTP_1_1,
                    Way.Family.ANY,
                    Optional.of(proxy),
                    Tls.trusting(Certificates.forLocalhost().authority()),
                    Way.MOST_BODY_BYTES,
                    false);
            return new Wire.Request("GET", URI.create(address), Map.of(), "", Duration.ofSeconds(30), false, way);
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
