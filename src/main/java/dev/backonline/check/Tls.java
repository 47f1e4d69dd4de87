package dev.backonline.check;

import dev.backonline.catalog.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys under {@code tls}: whom to trust, who we are, and what is asked for. */
public record Tls(
        @Setting(
                value =
                        "Who may have signed the server's certificate, in PEM: these authorities instead of those that the machine"
                                + " trusts. It is read when the bot starts.",
                example = "\"${file:/etc/backonline/authority.pem}\"")
        Optional<Pem> ca,

        @Setting(
                value = "The certificate that we show, with those that lead to its authority, in PEM.",
                example = "\"${file:/run/secrets/probe.pem}\"")
        Optional<Pem> certificate,

        @Setting(
                value = "The private key of that certificate, in PEM (PKCS#8, without a password).",
                example = "\"${file:/run/secrets/probe.key}\"")
        Optional<Pem> key,

        @Setting(
                value =
                        "The name that the server is asked for and that its certificate should bear; by default the host's.",
                example = "chat.example.org")
        Optional<String> serverName,

        @Setting(value = "The oldest version of TLS that will do: `1.2` or `1.3`.", fallback = "1.2")
        TlsVersion minimum,

        @Setting(
                value = "Takes any certificate of anybody. What answers may then be somebody else than the service.",
                fallback = "false")
        boolean insecure) {
    /** As the machine has it. */
    public static final Tls USUAL =
            new Tls(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), TlsVersion.TLS_1_2, false);

    /** A name that a server can be asked for: no address (RFC 6066, 3). */
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*");

    /** Trusts these authorities, and is as usual otherwise. */
    public static Tls trusting(Pem ca) {
        return new Tls(
                Optional.of(ca), Optional.empty(), Optional.empty(), Optional.empty(), TlsVersion.TLS_1_2, false);
    }

    /** What is wrong with settings that each are well-formed; empty if nothing. */
    public List<String> mistakes() {
        var mistakes = new ArrayList<String>();
        ca.flatMap(pem -> pem.objectionAsCertificates("tls.ca")).ifPresent(mistakes::add);
        if (insecure && ca.isPresent()) {
            mistakes.add("tls.ca should be left out where 'insecure' takes any certificate");
        }
        if (certificate.isPresent() != key.isPresent()) {
            mistakes.add("tls should have both a certificate and its key, or neither");
        }
        certificate
                .flatMap(shown -> key.flatMap(secret -> identity(shown, secret)))
                .ifPresent(mistakes::add);
        serverName
                .filter(name -> !NAME.matcher(name).matches())
                .ifPresent(
                        name -> mistakes.add("tls.server-name '%s' should be like 'chat.example.org'".formatted(name)));
        return mistakes;
    }

    private static Optional<String> identity(Pem certificate, Pem key) {
        return certificate
                .objectionAsCertificates("tls.certificate")
                .or(() -> key.objectionAsKey("tls.key"))
                .or(() -> key.objectionBeside(certificate, "tls.key"));
    }

    /** A version of TLS that is still safe (RFC 8996). */
    public enum TlsVersion {
        TLS_1_2,
        TLS_1_3;

        public static TlsVersion parse(String text) {
            return switch (text) {
                case "1.2" -> TLS_1_2;
                case "1.3" -> TLS_1_3;
                default -> throw new IllegalArgumentException("'%s' should be 1.2 or 1.3".formatted(text));
            };
        }
    }
}
