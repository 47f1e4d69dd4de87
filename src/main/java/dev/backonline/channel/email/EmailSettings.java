package dev.backonline.channel.email;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.smtp.Login;
import dev.backonline.channel.smtp.Submission.Encryption;
import dev.backonline.check.Endpoint;
import dev.backonline.check.Pem;
import java.util.List;
import java.util.Optional;

/** What the file says of an {@code email} channel. */
public record EmailSettings(
        @Setting(
                value = "The host and port of your mail server, as programs that send mail use it.",
                example = "mail.example.org:587")
        Endpoint server,

        @Setting(
                value =
                        "How the connection is encrypted: after asking for it (`starttls`), from its first byte (`immediate`, as on port"
                                + " 465), or not at all (`none`).",
                fallback = "starttls")
        Encryption tls,

        @Setting(
                value =
                        "Who may have signed the server's certificate, in PEM: these authorities instead of those that the machine"
                                + " trusts.",
                example = "\"${file:/etc/backonline/authority.pem}\"")
        Optional<Pem> ca,

        @Setting(value = "The user that the server knows.", example = "status")
        Optional<String> user,

        @Setting(value = "The user's password.", example = "${env:MAIL_PASSWORD}")
        Optional<Secret> password,

        @Setting(
                value = "The address that the mail is from, which your server may send for.",
                example = "status@example.org")
        String from,

        @Setting(
                value =
                        "The addresses to write to, each in a letter of its own. Each is a channel of its own, named by this one and a"
                                + " sign of the address.",
                example = "[all-users@lists.example.org]")
        List<String> to,

        @Setting(
                value =
                        "Where readers unsubscribe, as mail programs offer it: an `https` address that takes a POST without more"
                                + " questions (RFC 8058), or a `mailto` one. `{address}` is replaced by the reader's.",
                example = "\"https://lists.example.org/leave?who={address}\"")
        Optional<String> unsubscribe,

        @Setting(
                value =
                        "What happens to a letter that may or may not have been taken, where nobody can tell: `hold` or `resend`. The"
                                + " repeat has the same Message-ID, by which many mailboxes keep one of two.",
                fallback = "resend")
        OnUnknown onUnknown) {
    public EmailSettings {
        to = List.copyOf(to);
    }

    /** Empty unless there are both; half of a login is a mistake. */
    Optional<Login> login() {
        return user.flatMap(name -> password.map(word -> new Login(name, word.value())));
    }

    /** The same, to this address only. */
    EmailSettings only(String address) {
        return new EmailSettings(server, tls, ca, user, password, from, List.of(address), unsubscribe, onUnknown);
    }
}
