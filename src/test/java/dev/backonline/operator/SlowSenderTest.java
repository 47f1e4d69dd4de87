package dev.backonline.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Notice;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sender whose body does not come to its end, and a mailbox with a bug. */
class SlowSenderTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Lets everybody in, and always stumbles. */
    private record Broken() implements Mailbox {
        @Override
        public List<String> methods() {
            return List.of("POST");
        }

        @Override
        public int worthKeeping() {
            return 10;
        }

        @Override
        public Admission admits(String token) {
            return Admission.WELCOME;
        }

        @Override
        public Receipt put(String token, Notice notice) {
            throw new IllegalStateException("planted-word");
        }
    }

    private String said(String request) throws Exception {
        var router = Router.router(vertx);
        new NoticeRoutes(
                        () -> Optional.of(_ -> Optional.of(new Broken())),
                        new SimpleMeterRegistry(),
                        System::nanoTime,
                        Duration.ofMillis(200))
                .mount(router);
        var server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.actualPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void a_body_that_does_not_come_to_its_end_is_not_waited_for() throws Exception {
        var answer = said("POST /signals/any HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 408 ").endsWith("the body did not come to its end in time\n");
    }

    @Test
    void a_bug_is_said_and_not_shown() throws Exception {
        var answer = said("POST /signals/any HTTP/1.0\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer).contains(" 500 ").doesNotContain("planted-word");
    }
}
