package dev.backonline.check.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Certificates;
import dev.backonline.check.Check;
import dev.backonline.check.Counterpart;
import dev.backonline.check.Endpoint;
import dev.backonline.check.TrustContract;
import dev.backonline.check.Wire;
import dev.backonline.check.socket.SmtpSettings.Encryption;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpCheckTest extends TrustContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Wire NONE = _ -> new Wire.Unsent("not used");

    private static final Certificates CERTIFICATES = Certificates.forLocalhost();

    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

    @Override
    protected Check asking(Endpoint server, Duration timeout) {
        return new SmtpKind().create(new SmtpSettings(server, Encryption.NONE, Optional.empty()), timeout, NONE);
    }

    @Override
    protected Check securely(Endpoint server, Certificates trusted, Duration timeout) throws Exception {
        return new SmtpKind(trusted.trusting()::getSocketFactory)
                .create(new SmtpSettings(server, Encryption.IMMEDIATE, Optional.empty()), timeout, NONE);
    }

    /** A greeting that is announced to have more lines. */
    @Override
    protected byte[] opening() {
        return "220-mail".getBytes(US_ASCII);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            220 mail                   | 250 hello             |
            220                        | 250                   |
            220-mail~220-is~220 here   | 250-A~250-B~250 C     |
            554 no                     | 250 hello             | the greeting: 554 no
            421-busy~421 later         | 250 hello             | the greeting: 421 later
            220 mail                   | 550 go away           | EHLO: 550 go away
            SSH-2.0-x                  | 250 hello             | the greeting is no SMTP
            220mail                    | 250 hello             | the greeting is no SMTP
            220 mail                   | 25                    | EHLO is no SMTP
            """)
    void the_server_should_greet_and_answer(String banner, String hello, String reason) throws Exception {
        try (var server = Counterpart.that(socket -> serve(socket, List.of(lines(banner), lines(hello), "221 bye")))) {
            var answer = asking(server.endpoint(), TIMEOUT).ask();

            assertThat(answer).isEqualTo(reason == null ? new Answer.Up() : down(reason));
        }
    }

    @Test
    void it_says_hello_and_takes_leave() throws Exception {
        try (var server = Counterpart.that(socket -> serve(socket, List.of("220 mail", "250 hello", "221 bye")))) {
            asking(server.endpoint(), TIMEOUT).ask();

            await().until(() -> heard.size() == 2);
            assertThat(heard).containsExactly("EHLO [127.0.0.1]", "QUIT");
        }
    }

    @Test
    void lines_without_end_are_left() throws Exception {
        try (var server = Counterpart.that(socket -> {
            for (var number = 0; number < 200; number++) {
                socket.getOutputStream().write("220-more\r\n".getBytes(US_ASCII));
            }
        })) {
            var answer = asking(server.endpoint(), TIMEOUT).ask();

            assertThat(answer).isEqualTo(down("the greeting is no SMTP"));
        }
    }

    @Test
    void encryption_is_asked_for_and_hello_said_again() throws Exception {
        try (var server = Counterpart.that(socket -> starttls(socket, "good"))) {
            var answer = encrypted(server, Encryption.STARTTLS).ask();

            assertThat(answer).isEqualTo(new Answer.Up());
            await().until(() -> heard.size() == 4);
            assertThat(heard).containsExactly("EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]", "QUIT");
        }
    }

    @Test
    void encryption_from_the_first_byte_is_spoken() throws Exception {
        try (var server = Counterpart.that(
                socket -> serve(shaken(socket, "good"), List.of("220 mail", "250 hello", "221 bye")))) {
            var answer = encrypted(server, Encryption.IMMEDIATE).ask();

            assertThat(answer).isEqualTo(new Answer.Up());
        }
    }

    @Test
    void a_certificate_for_another_host_is_named() throws Exception {
        try (var server = Counterpart.that(socket -> starttls(socket, "other"))) {
            var answer = encrypted(server, Encryption.STARTTLS).ask();

            assertThat(answer)
                    .isEqualTo(down("the certificate is for another host:"
                            + " No subject alternative DNS name matching localhost found."));
        }
    }

    @Test
    void encryption_that_is_not_offered_is_a_failure() throws Exception {
        try (var server = Counterpart.that(socket -> serve(socket, List.of("220 mail", "250 hello")))) {
            var answer = encrypted(server, Encryption.STARTTLS).ask();

            assertThat(answer).isEqualTo(down("STARTTLS is not offered"));
        }
    }

    @Test
    void encryption_that_is_refused_is_a_failure() throws Exception {
        var said = List.of("220 mail", "250-hello\r\n250 starttls", "454 not now");
        try (var server = Counterpart.that(socket -> serve(socket, said))) {
            var answer = encrypted(server, Encryption.STARTTLS).ask();

            assertThat(answer).isEqualTo(down("STARTTLS: 454 not now"));
        }
    }

    private Check encrypted(Counterpart server, Encryption tls) throws Exception {
        var endpoint = new Endpoint("localhost", server.endpoint().port());
        return new SmtpKind(CERTIFICATES.trusting()::getSocketFactory)
                .create(new SmtpSettings(endpoint, tls, Optional.empty()), TIMEOUT, NONE);
    }

    private static String lines(String text) {
        return text.replace("~", "\r\n");
    }

    /** Says the first, and each of the others after one line has come. */
    private void serve(Socket socket, List<String> replies) throws IOException {
        say(socket, replies.getFirst());
        for (var reply : replies.subList(1, replies.size())) {
            heard.add(line(socket));
            say(socket, reply);
        }
    }

    private void starttls(Socket socket, String alias) throws IOException {
        serve(socket, List.of("220 mail", "250-hello\r\n250 STARTTLS", "220 go ahead"));
        var secured = shaken(socket, alias);
        heard.add(line(secured));
        say(secured, "250 hello");
        heard.add(line(secured));
    }

    private static Socket shaken(Socket socket, String alias) throws IOException {
        var secured = (SSLSocket) context(alias).getSocketFactory().createSocket(socket, "", 0, false);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private static SSLContext context(String alias) throws IOException {
        try {
            return CERTIFICATES.showing(alias);
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(UTF_8));
    }

    private static String line(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int next; (next = socket.getInputStream().read()) >= 0 && next != '\n'; ) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.ANSWER, reason);
    }
}
