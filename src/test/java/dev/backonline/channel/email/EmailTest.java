package dev.backonline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Channel.Post;
import dev.backonline.channel.ChannelContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.smtp.Submission.Encryption;
import dev.backonline.check.Certificates;
import dev.backonline.check.Counterpart;
import dev.backonline.check.Endpoint;
import dev.backonline.check.Pem;
import dev.backonline.outbox.Posted;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters, as a mail server that we did not write takes them and a library that we did not write reads them. */
class EmailTest extends ChannelContract {
    private static final EmailKind KIND = new EmailKind();
    private static final String READER = "reader@example.net";
    private static final String PASSWORD = "s3cr3t-p4ss";
    private static final String LEAVE = "https://lists.example.org/leave?who={address}";
    private static final Endpoint EXAMPLE = new Endpoint("mail.example.org", 587);

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void startServer() {
        mail.start();
        mail.setUser(READER, "status", PASSWORD);
    }

    @AfterEach
    void stopServer() {
        mail.stop();
    }

    private static EmailSettings settings(Endpoint server, String from, String... to) {
        return new EmailSettings(
                server,
                Encryption.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                from,
                List.of(to),
                Optional.of(LEAVE),
                OnUnknown.RESEND);
    }

    private static EmailSettings leaving(String unsubscribe) {
        return new EmailSettings(
                EXAMPLE,
                Encryption.STARTTLS,
                Optional.empty(),
                Optional.of("status"),
                Optional.empty(),
                "status@example.org",
                List.of(READER),
                Optional.of(unsubscribe),
                OnUnknown.RESEND);
    }

    private Channel channel() {
        var server = new Endpoint("127.0.0.1", mail.getSmtp().getPort());
        return KIND.create(settings(server, "status@example.org", READER), Outfit.of(_ -> {
            throw new AssertionError("mail takes no HTTP");
        }));
    }

    @Override
    protected String type() {
        return "email";
    }

    @Override
    protected Posted parent() {
        return new Posted("key-first@status.example.org", Optional.empty());
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(EXAMPLE, "status@example.org", READER));
    }

    @Override
    protected String carried(Post post) {
        var channel = channel();
        channel.send(Posts.frozen(channel, post), Posts.AT);
        return shown(received());
    }

    private MimeMessage received() {
        return mail.getReceivedMessages()[mail.getReceivedMessages().length - 1];
    }

    /** The lines of the head as they are, but for those of the way, and the text as a reader sees it. */
    private static String shown(MimeMessage letter) {
        try {
            var head = Collections.list(letter.getAllHeaderLines()).stream()
                    .filter(line -> !line.startsWith("Return-Path") && !line.startsWith("Received"))
                    .collect(Collectors.joining("\n"));
            return "%s\n\n%s".formatted(head, letter.getContent()).replace("\r", "");
        } catch (MessagingException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void a_reader_sees_who_speaks_of_what() throws Exception {
        carried(Posts.saying("Perché è così: 😀 R&D = 1."));

        var letter = received();

        assertThat(letter.getFrom())
                .extracting(Object::toString)
                .containsExactly("Harbour Status <status@example.org>");
        assertThat(letter.getSubject()).isEqualTo("Harbour Status: Messages");
        assertThat(letter.getContent()).isEqualTo("Perché è così: 😀 R&D = 1.");
        assertThat(letter.getHeader("List-Unsubscribe", null))
                .isEqualTo("<https://lists.example.org/leave?who=reader%40example.net>");
    }

    /** Every line of what we write is short ASCII, whatever is said. */
    @Test
    void no_text_breaks_the_form_of_a_letter() {
        var text = "😀é=.From\t".repeat(200) + "\r\n.\r\nSubject: no\r\n\r\n" + "x".repeat(2_000);

        assertThat(channel().prepare(Posts.saying(text)).split("\r\n", -1))
                .allMatch(line -> line.matches("[ -~]{0,78}"));
        assertThat(carried(Posts.saying(text))).endsWith(text.replace("\r", ""));
    }

    @Test
    void a_login_and_tls_from_the_first_byte_are_spoken_with_a_server_that_we_did_not_write() throws Exception {
        var certificates = Certificates.forLocalhost();
        try (var tls = Counterpart.that(socket -> relay(certificates, socket))) {
            var server = new Endpoint("localhost", tls.endpoint().port());

            assertThat(sent(server, certificates.authority(), PASSWORD)).isInstanceOf(Outcome.Delivered.class);
            assertThat(sent(server, certificates.authority(), "another")).isInstanceOf(Outcome.AuthInvalid.class);
        }
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    private static Outcome sent(Endpoint server, Pem authority, String password) {
        var settings = new EmailSettings(
                server,
                Encryption.IMMEDIATE,
                Optional.of(authority),
                Optional.of("status"),
                Optional.of(new Secret(password)),
                "status@example.org",
                List.of(READER),
                Optional.empty(),
                OnUnknown.HOLD);
        var channel = KIND.create(settings, Outfit.of(_ -> {
            throw new AssertionError("mail takes no HTTP");
        }));
        return channel.send(Posts.frozen(channel, Posts.saying("Text.")), Posts.AT);
    }

    /** TLS towards us, none towards the mail server behind. */
    private void relay(Certificates certificates, Socket socket) throws IOException {
        try (var secured = certificates.shaken(socket, "good");
                var behind = new Socket(
                        InetAddress.getLoopbackAddress(), mail.getSmtp().getPort())) {
            var back = Thread.ofVirtual().start(() -> copy(behind, secured));
            copy(secured, behind);
            back.interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One side has gone, and so the other will.
        }
    }

    @Test
    void a_letter_in_doubt_is_held_or_sent_again_as_the_file_says() {
        assertThat(capabilities().repeat()).isEqualTo(new Repeat.Blind(OnUnknown.RESEND));
    }

    @Test
    void each_address_is_a_target_of_its_own() {
        var targets = KIND.spread(settings(EXAMPLE, "status@example.org", "a@example.org", "b@example.org"));

        assertThat(targets.keySet()).containsExactly("a@example.org", "b@example.org");
        assertThat(targets.values())
                .extracting(EmailSettings::to)
                .containsExactly(List.of("a@example.org"), List.of("b@example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "status@example.org, reader@example.net, 0",
        "status, reader@example.net, 1",
        "'a@b>\r\nRCPT TO:<c@d', reader@example.net, 1",
        "status@example.org, 'Reader <reader@example.net>', 1",
        "status@example.org, 'reader@example.net> SIZE=1', 1",
        "status, r@x..org, 2",
    })
    void what_is_no_address_is_a_mistake(String from, String to, int mistakes) {
        assertThat(KIND.mistakes(settings(EXAMPLE, from, to))).hasSize(mistakes);
    }

    @Test
    void addresses_are_named_once_and_are_not_too_many() {
        var many = Collections.nCopies(51, READER).toArray(String[]::new);

        assertThat(KIND.mistakes(settings(EXAMPLE, "status@example.org"))).hasSize(1);
        assertThat(KIND.mistakes(settings(EXAMPLE, "status@example.org", READER, READER)))
                .hasSize(1);
        assertThat(KIND.mistakes(settings(EXAMPLE, "status@example.org", many)))
                .containsExactly("to should have between 1 and 50 addresses, each once; a mailing list reaches more");
    }

    @ParameterizedTest
    @CsvSource({"mailto:leave@example.org, 1", "http://lists.example.org/, 2", "'https://x.example/>, <evil:', 2"})
    void where_readers_leave_is_an_address_and_a_user_has_a_password(String unsubscribe, int mistakes) {
        assertThat(KIND.mistakes(leaving(unsubscribe)))
                .hasSize(mistakes)
                .contains("there should be both a user and a password, or neither");
    }
}
