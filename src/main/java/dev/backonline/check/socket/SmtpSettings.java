package dev.backonline.check.socket;

import dev.backonline.catalog.Setting;
import dev.backonline.check.Endpoint;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Optional;

/** The keys of a check of type {@code smtp}. */
@RegisterForReflection
public record SmtpSettings(
        @Setting(
                value = "The host and port of the mail server, which should greet and answer EHLO.",
                example = "mail.example.org:25")
        Endpoint host,

        @Setting(
                value =
                        "How the connection is encrypted: not at all (`none`), after asking for it (`starttls`), or from its first byte"
                                + " (`immediate`, as on port 465). The certificate should be for the host.",
                fallback = "none")
        Encryption tls,

        @Setting(value = "All that should be done within this time; later is slow.", example = "2s")
        Optional<Duration> within) {
    /** When TLS begins. */
    public enum Encryption {
        NONE,
        STARTTLS,
        IMMEDIATE
    }
}
