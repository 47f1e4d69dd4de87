package dev.backonline.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CauseTest {
    static final List<Case> CASES = List.of(
            new Case(new UnknownHostException("token.example.org"), "no such host"),
            new Case(new ConnectException("Connection refused: /127.0.0.1:1"), "connection refused"),
            new Case(new NoRouteToHostException("No route"), "no route to the host"),
            new Case(new ConnectException("Network is unreachable"), "network unreachable"),
            new Case(new ConnectException("token"), "no connection"),
            new Case(new IOException("Connection reset by peer"), "connection reset"),
            new Case(new IOException("Broken pipe"), "connection closed"),
            new Case(new IOException("token"), "IOException"),
            new Case(tls(new CertificateExpiredException("NotAfter: …")), "certificate: expired"),
            new Case(
                    tls(new CertificateException("No subject alternative DNS name matching token found.")),
                    "certificate: for another name"),
            new Case(tls(new CertificateException("token")), "certificate: not valid"),
            new Case(tls(new IOException("token")), "TLS failed"));

    /** A failure, and what operators read of it. */
    record Case(Throwable failure, String words) {}

    private static Throwable tls(Throwable cause) {
        var failure = new SSLHandshakeException("token");
        failure.initCause(cause);
        return failure;
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void a_failure_is_named_without_what_was_asked(Case failed) {
        assertThat(Cause.of(failed.failure())).isEqualTo(failed.words());
    }

    @Test
    void a_chain_that_bites_its_tail_has_an_end() {
        var one = new IOException("one");
        var other = new IOException("other", one);
        one.initCause(other);

        assertThat(Cause.of(one)).isEqualTo("IOException");
    }

    @Test
    void durations_are_written_as_in_the_file() {
        assertThat(Cause.words(Duration.ofMillis(1_500))).isEqualTo("1.5s");
        assertThat(Cause.words(Duration.ofSeconds(90))).isEqualTo("1m30s");
    }
}
