package dev.backonline.check.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Answer;
import dev.backonline.check.Check;
import dev.backonline.check.CheckContract;
import dev.backonline.check.Counterpart;
import dev.backonline.check.Endpoint;
import dev.backonline.check.Wire;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TcpCheckTest extends CheckContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Wire NONE = _ -> new Wire.Unsent("not used");

    @Override
    protected Check asking(Endpoint server, Duration timeout) {
        return check(new TcpSettings(server, Optional.empty(), Optional.of("ready"), Optional.empty()), timeout);
    }

    @Override
    protected byte[] opening() {
        return "read".getBytes(UTF_8);
    }

    @Test
    void a_connection_is_enough_when_nothing_is_expected() throws Exception {
        try (var server = Counterpart.silent()) {
            var settings = new TcpSettings(server.endpoint(), Optional.empty(), Optional.empty(), Optional.empty());

            var answer = check(settings, TIMEOUT).ask();

            assertThat(answer).isEqualTo(new Answer.Up());
        }
    }

    @Test
    void the_answer_to_what_was_sent_is_found_in_pieces() throws Exception {
        try (var server = Counterpart.that(TcpCheckTest::echoByteByByte)) {
            var settings =
                    new TcpSettings(server.endpoint(), Optional.of("PING è\r\n"), Optional.of("G è"), Optional.empty());

            var answer = check(settings, TIMEOUT).ask();

            assertThat(answer).isEqualTo(new Answer.Up());
        }
    }

    @Test
    void another_answer_is_down() throws Exception {
        try (var server = Counterpart.that(socket -> {
            socket.getOutputStream().write("busy".getBytes(UTF_8));
            socket.shutdownOutput();
        })) {
            var settings = new TcpSettings(server.endpoint(), Optional.empty(), Optional.of("ready"), Optional.empty());

            var answer = check(settings, TIMEOUT).ask();

            assertThat(answer).isEqualTo(new Answer.Down(Answer.Layer.ANSWER, "no text 'ready'"));
        }
    }

    @Test
    void a_late_success_is_slow() throws Exception {
        try (var server = Counterpart.silent()) {
            var settings =
                    new TcpSettings(server.endpoint(), Optional.empty(), Optional.empty(), Optional.of(Duration.ZERO));

            var answer = check(settings, TIMEOUT).ask();

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Slow.class,
                            slow -> assertThat(slow.reason()).matches("answered after \\d+ms, more than 0ms"));
        }
    }

    @Test
    void a_host_is_found_by_its_name() throws Exception {
        try (var server = Counterpart.silent()) {
            var settings = new TcpSettings(
                    new Endpoint("localhost", server.endpoint().port()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

            var answer = check(settings, TIMEOUT).ask();

            assertThat(answer).isEqualTo(new Answer.Up());
        }
    }

    private static Check check(TcpSettings settings, Duration timeout) {
        return new TcpKind().create(settings, timeout, NONE);
    }

    private static void echoByteByByte(Socket socket) throws IOException {
        for (int next; (next = socket.getInputStream().read()) >= 0; ) {
            socket.getOutputStream().write(next);
        }
    }
}
