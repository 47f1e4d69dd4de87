package dev.backonline.check.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Certificates;
import dev.backonline.check.Check;
import dev.backonline.check.Counterpart;
import dev.backonline.check.Endpoint;
import dev.backonline.check.TrustContract;
import dev.backonline.check.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketCheckTest extends TrustContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Wire NONE = _ -> new Wire.Unsent("not used");

    @Override
    protected Check asking(Endpoint server, Duration timeout) {
        return check(server, "", "", timeout);
    }

    @Override
    protected Check securely(Endpoint server, Certificates trusted, Duration timeout) throws Exception {
        var settings = new WebSocketSettings(
                WebSocketSettings.Address.parse("wss://" + server),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new WebSocketKind(trusted.trusting()::getSocketFactory).create(settings, timeout, NONE);
    }

    @Override
    protected byte[] opening() {
        return "HTTP/1.1 101 Switching Protocols\r\nx: ".getBytes(US_ASCII);
    }

    /** Vert.x's server is another's reading of the standard. */
    @ParameterizedTest
    @CsvSource({"'', ''", "ping è, echo: ping è", "'', welcome"})
    void a_real_server_is_up(String send, String expect) {
        var vertx = Vertx.vertx();
        try {
            var server = vertx.createHttpServer(
                            new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                    .webSocketHandler(socket -> {
                        socket.writePing(Buffer.buffer("are you there"));
                        socket.writeTextMessage("welcome");
                        socket.textMessageHandler(text -> socket.writeTextMessage("echo: " + text));
                    })
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();

            var answer = check(new Endpoint("127.0.0.1", server.actualPort()), send, expect, TIMEOUT)
                    .ask();

            assertThat(answer).isEqualTo(new Answer.Up());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 403 Forbidden                                                                                | HTTP 403
            HTTP/1.1 200 OK                                                                                       | HTTP 200
            SSH-2.0-x                                                                                             | the handshake is no HTTP
            HTTP/1.1 101 x                                                                                        | the handshake is not for a WebSocket
            HTTP/1.1 101 x~Upgrade: websocket~Connection: keep-alive                                              | the handshake is not for a WebSocket
            HTTP/1.1 101 x~Upgrade: websocket~Connection: Upgrade                                                 | the handshake belongs to another question
            HTTP/1.1 101 x~Upgrade: websocket~Connection: Upgrade~Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | the handshake belongs to another question
            """)
    void a_handshake_that_is_none_is_down(String head, String reason) throws Exception {
        try (var server = Counterpart.that(socket -> {
            key(socket);
            socket.getOutputStream().write((head.replace("~", "\r\n") + "\r\n\r\n").getBytes(US_ASCII));
        })) {
            var answer = asking(server.endpoint(), TIMEOUT).ask();

            assertThat(answer).isEqualTo(down(reason));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            810568656c6c6f                  |
            010268658003 6c6c6f             |
            01026865890178 80036c6c6f       |
            8a00 820568656c6c6f             |
            8104 68656c6c 8105 68656c6c6f   |
            8102 6865 8003 6c6c6f 880203f3  | closed with 1011
            8800                            | closed
            880101                          | closed
            c10568656c6c6f                  | a frame cannot be read
            8185 00000000 68656c6c6f        | a frame cannot be read
            817fffffffffffffffff            | a frame cannot be read
            """)
    void frames_are_read_as_the_standard_says(String frames, String reason) throws Exception {
        try (var server = shaken(HexFormat.of().parseHex(frames.replace(" ", "")))) {
            var answer = check(server.endpoint(), "", "hello", TIMEOUT).ask();

            assertThat(answer).isEqualTo(reason == null ? new Answer.Up() : down(reason));
        }
    }

    @Test
    void a_message_without_end_is_left() throws Exception {
        var frame = HexFormat.of().parseHex("017f00000000ffffffff");
        var much = new byte[70_000];
        System.arraycopy(frame, 0, much, 0, frame.length);
        try (var server = shaken(much)) {
            var answer = check(server.endpoint(), "", "hello", TIMEOUT).ask();

            assertThat(answer).isEqualTo(down("no text 'hello'"));
        }
    }

    @Test
    void frames_that_drip_do_not_stretch_the_time() throws Exception {
        try (var server = shaken(new byte[] {1})) {
            var answer = check(server.endpoint(), "", "hello", Duration.ofMillis(300))
                    .ask();

            assertThat(answer).isEqualTo(new Answer.Down(Layer.TRANSPORT, "no answer within 300ms"));
        }
    }

    /** RFC 6455, 1.3: its own example. */
    @Test
    void the_proof_is_the_one_of_the_standard() {
        assertThat(WebSocketTalk.proof("dGhlIHNhbXBsZSBub25jZQ==")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://a.example", "ws:///x", "ws://a b", "wss://a.example/#x"})
    void an_address_that_is_none_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebSocketSettings.Address.parse(text))
                .withMessage("'%s' should be like 'wss://chat.example.org/live'".formatted(text));
    }

    @Test
    void an_address_says_where_to_go() {
        var plain = WebSocketSettings.Address.parse("ws://a.example");
        var secure = WebSocketSettings.Address.parse("wss://[::1]/x?y=1");

        assertThat(plain.endpoint()).hasToString("a.example:80");
        assertThat(plain.resource()).isEqualTo("/");
        assertThat(secure.endpoint()).hasToString("[::1]:443");
        assertThat(secure.resource()).isEqualTo("/x?y=1");
    }

    @Test
    void settings_that_cannot_be_sent_are_mistakes() {
        var settings = new WebSocketSettings(
                WebSocketSettings.Address.parse("ws://a.example"),
                Map.of("x", new Secret("1\r\ny: 2")),
                Optional.of(new Secret("x".repeat(65_536))),
                Optional.empty(),
                Optional.empty());

        assertThat(new WebSocketKind().mistakes(settings))
                .containsExactly(
                        "header 'x' should have a name without spaces and a value in one line",
                        "send should have at most 65535 bytes");
    }

    private static Counterpart shaken(byte[] frames) {
        return Counterpart.that(socket -> {
            var accept = WebSocketTalk.proof(key(socket));
            socket.getOutputStream()
                    .write(("HTTP/1.1 101 x\r\nupgrade: WebSocket\r\nconnection: Upgrade\r\nsec-websocket-accept: "
                                    + accept + "\r\n\r\n")
                            .getBytes(US_ASCII));
            socket.getOutputStream().write(frames);
        });
    }

    private static String key(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        var text = head.toString();
        assertThat(text.getBytes(ISO_8859_1)).hasSizeLessThan(1_000);
        var start = text.indexOf("Sec-WebSocket-Key: ") + 19;
        return text.substring(start, text.indexOf("\r\n", start));
    }

    private static Check check(Endpoint server, String send, String expect, Duration timeout) {
        var settings = new WebSocketSettings(
                WebSocketSettings.Address.parse("ws://" + server + "/live"),
                Map.of("origin", new Secret("https://chat.example.org")),
                Optional.of(send).filter(it -> !it.isEmpty()).map(Secret::new),
                Optional.of(expect).filter(it -> !it.isEmpty()),
                Optional.empty());
        return new WebSocketKind().create(settings, timeout, NONE);
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.ANSWER, reason);
    }
}
