package dev.backonline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.backonline.catalog.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot serve is found before the start, and no key is shown. */
class TlsMistakesTest {
    private static final Certificates CERTIFICATES = Certificates.forLocalhost();
    private static final Pem OLD_KEY =
            Pem.parse("-----BEGIN EC PRIVATE KEY-----\nbWFkZSB1cA==\n-----END EC PRIVATE KEY-----");

    @Test
    void a_certificate_and_its_key_will_do() throws Exception {
        var tls = tls(CERTIFICATES.authority(), CERTIFICATES.certificate("good"), CERTIFICATES.key("good"));

        assertThat(tls.mistakes()).isEmpty();
    }

    @Test
    void a_key_of_another_certificate_is_a_mistake() throws Exception {
        var tls = tls(CERTIFICATES.authority(), CERTIFICATES.certificate("good"), CERTIFICATES.key("other"));

        assertThat(tls.mistakes()).containsExactly("tls.key is not the key of the first certificate");
    }

    @Test
    void what_is_something_else_is_named_by_its_first_line_only() throws Exception {
        var swapped = tls(CERTIFICATES.key("good"), CERTIFICATES.certificate("good"), OLD_KEY);

        assertThat(swapped.mistakes())
                .containsExactly(
                        "tls.ca should hold a certificate, not '-----BEGIN PRIVATE KEY-----'",
                        "tls.key should hold '-----BEGIN PRIVATE KEY-----', not '-----BEGIN EC PRIVATE KEY-----';"
                                + " 'openssl pkcs8 -topk8 -nodes' writes other keys so");
        assertThat(OLD_KEY).hasToString("-----BEGIN EC PRIVATE KEY-----");
    }

    @Test
    void what_cannot_be_read_is_a_mistake() throws Exception {
        var torn = Pem.parse("-----BEGIN CERTIFICATE-----\nbWFkZSB1cA==\n-----END CERTIFICATE-----");
        var broken = Pem.parse("-----BEGIN PRIVATE KEY-----\nbWFkZSB1cA==\n-----END PRIVATE KEY-----");

        var mistakes = tls(torn, CERTIFICATES.certificate("good"), broken).mistakes();

        assertThat(mistakes)
                .containsExactly(
                        "tls.ca holds a certificate that cannot be read",
                        "tls.key cannot be read as a key of the kind that the certificate has");
    }

    @Test
    void what_does_not_go_together_is_a_mistake() throws Exception {
        var tls = new Tls(
                Optional.of(CERTIFICATES.authority()),
                Optional.of(CERTIFICATES.certificate("good")),
                Optional.empty(),
                Optional.of("192.0.2.1"),
                Tls.TlsVersion.TLS_1_2,
                true);

        assertThat(tls.mistakes())
                .containsExactly(
                        "tls.ca should be left out where 'insecure' takes any certificate",
                        "tls should have both a certificate and its key, or neither",
                        "tls.server-name '192.0.2.1' should be like 'chat.example.org'");
    }

    @Test
    void a_proxy_with_half_of_its_credentials_is_a_mistake() {
        var half = proxy("a:b", Optional.empty());
        var whole = proxy("probe", Optional.of(new Secret("made-up")));

        assertThat(half.mistakes())
                .containsExactly(
                        "proxy should have both a user and a password, or neither",
                        "the user of the proxy should have no colon");
        assertThat(whole.mistakes()).isEmpty();
    }

    @Test
    void words_that_are_none_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pem.parse("hunter2"))
                .withMessage("a PEM file should hold a line such as '-----BEGIN CERTIFICATE-----'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Way.HttpVersion.parse("3"))
                .withMessage("'3' should be 1.1 or 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Way.Family.parse("v4"))
                .withMessage("'v4' should be any, 4 or 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tls.TlsVersion.parse("1.1"))
                .withMessage("'1.1' should be 1.2 or 1.3");
    }

    private static Way.Proxy proxy(String user, Optional<Secret> password) {
        return new Way.Proxy(
                new Endpoint("proxy.example.org", 3128), Way.Proxy.Protocol.HTTP, Optional.of(user), password);
    }

    private static Tls tls(Pem ca, Pem certificate, Pem key) {
        return new Tls(
                Optional.of(ca),
                Optional.of(certificate),
                Optional.of(key),
                Optional.empty(),
                Tls.TlsVersion.TLS_1_2,
                false);
    }
}
