package dev.backonline.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every kind of check promises that looks at certificates, besides what all promise: it says what is wrong with one. */
public abstract class TrustContract extends CheckContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A check over TLS that trusts in this authority only. */
    protected abstract Check securely(Endpoint server, Certificates trusted, Duration timeout) throws Exception;

    @ParameterizedTest
    @CsvSource({"expired, .*expired.*", "early, .*not valid yet.*", "other, .*for another (host|name).*"})
    void what_is_wrong_with_a_certificate_is_said(String certificate, String words) throws Exception {
        var certificates = Certificates.forLocalhost();
        try (var server = Counterpart.showing(certificates.showing(certificate))) {
            var answer = securely(byName(server), certificates, TIMEOUT).ask();

            assertThat(reason(answer)).matches(words);
        }
    }

    @Test
    void a_certificate_by_somebody_else_is_not_trusted() throws Exception {
        var certificates = Certificates.forLocalhost();
        try (var server = Counterpart.showing(certificates.showing("good"))) {
            var answer = asking(byName(server), certificates).ask();

            assertThat(reason(answer)).matches(".*trusted.*");
        }
    }

    /** Trusts in whom nobody else does. */
    private Check asking(Endpoint server, Certificates certificates) throws Exception {
        return securely(server, certificates.strangers(), TIMEOUT);
    }

    private static Endpoint byName(Counterpart server) {
        return new Endpoint("localhost", server.endpoint().port());
    }

    private static String reason(Answer answer) {
        return switch (answer) {
            case Answer.Down down -> down.reason();
            case Answer.Inconclusive(var reason) -> reason;
            case Answer.Up _, Answer.Slow _ -> "nothing is wrong";
        };
    }
}
