package dev.backonline.check.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Certificates;
import dev.backonline.check.Check;
import dev.backonline.check.Counterpart;
import dev.backonline.check.Endpoint;
import dev.backonline.check.TrustContract;
import dev.backonline.check.Wire;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsCheckTest extends TrustContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Wire NONE = _ -> new Wire.Unsent("not used");

    private static final Certificates CERTIFICATES = Certificates.forLocalhost();

    @Override
    protected Check asking(Endpoint server, Duration timeout) {
        return new TlsKind().create(new TlsSettings(server, 14), timeout, NONE);
    }

    /** A handshake record that announces more than it ever has. */
    @Override
    protected byte[] opening() {
        return new byte[] {22, 3, 3, 0x3F, 0x0F, 2};
    }

    @Override
    protected Check securely(Endpoint server, Certificates trusted, Duration timeout) throws Exception {
        return new TlsKind(trusted.trusting()::getSocketFactory).create(new TlsSettings(server, 14), timeout, NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_good_certificate_is_up_at_once(String version) throws Exception {
        try (var server = showing("good", version)) {
            var began = System.nanoTime();

            var answer = asking(server, 29).ask();

            assertThat(answer).isEqualTo(new Answer.Up());
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TIMEOUT.dividedBy(2));
        }
    }

    @Test
    void one_that_ends_soon_is_down() throws Exception {
        try (var server = showing("good", "TLSv1.3")) {
            var answer = asking(server, 31).ask();

            assertThat(answer).isInstanceOfSatisfying(Answer.Down.class, down -> {
                assertThat(down.layer()).isEqualTo(Layer.ANSWER);
                assertThat(down.reason())
                        .matches("the certificate ends on \\d{4}-\\d\\d-\\d\\d, in 29 days; it should be good for 31");
            });
        }
    }

    @Test
    void one_that_has_expired_is_named_so() throws Exception {
        try (var server = showing("expired", "TLSv1.3")) {
            var answer = asking(server, 14).ask();

            assertThat(reason(answer)).startsWith("the certificate has expired: NotAfter: ");
        }
    }

    @Test
    void one_that_begins_later_is_named_so() throws Exception {
        try (var server = showing("early", "TLSv1.3")) {
            var answer = asking(server, 14).ask();

            assertThat(reason(answer)).startsWith("the certificate is not valid yet: NotBefore: ");
        }
    }

    @Test
    void one_for_another_host_is_named_so() throws Exception {
        try (var server = showing("other", "TLSv1.3")) {
            var answer = asking(server, 14).ask();

            assertThat(reason(answer))
                    .isEqualTo("the certificate is for another host:"
                            + " No subject alternative DNS name matching localhost found.");
        }
    }

    @Test
    void one_that_nobody_trusted_has_signed_is_named_so() throws Exception {
        try (var server = showing("good", "TLSv1.3")) {
            var check = asking(server.endpoint(), TIMEOUT);

            var answer = check.ask();

            assertThat(reason(answer)).startsWith("nobody trusted has signed the certificate: ");
        }
    }

    @Test
    void a_server_that_speaks_no_tls_is_down_before_any_answer() throws Exception {
        try (var server = Counterpart.that(socket -> socket.getOutputStream().write("220 mail\r\n".getBytes(UTF_8)))) {
            var answer = asking(server.endpoint(), TIMEOUT).ask();

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Down.class, down -> assertThat(down.layer()).isEqualTo(Layer.TRANSPORT));
            assertThat(reason(answer)).startsWith("no TLS: ");
        }
    }

    private static Check asking(Counterpart server, int daysLeft) throws Exception {
        var endpoint = new Endpoint("localhost", server.endpoint().port());
        return new TlsKind(CERTIFICATES.trusting()::getSocketFactory)
                .create(new TlsSettings(endpoint, daysLeft), TIMEOUT, NONE);
    }

    private static String reason(Answer answer) {
        return answer instanceof Answer.Down down ? down.reason() : answer.toString();
    }

    /** A server that shakes hands and then stays silent, with the connection open. */
    private static Counterpart showing(String alias, String version) throws Exception {
        var sockets = CERTIFICATES.showing(alias).getSocketFactory();
        return Counterpart.that(socket -> shake(sockets, socket, version));
    }

    private static void shake(SSLSocketFactory sockets, Socket socket, String version) throws IOException {
        var secured = (SSLSocket) sockets.createSocket(socket, "", 0, false);
        secured.setUseClientMode(false);
        secured.setEnabledProtocols(new String[] {version});
        secured.startHandshake();
    }
}
