package dev.backonline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.channel.smtp.Submission.Encryption;
import dev.backonline.check.Certificates;
import dev.backonline.check.Counterpart;
import dev.backonline.check.Endpoint;
import dev.backonline.check.Pem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail server may say or leave unsaid, and what it means: the outcome is true to what became of the letter. */
class MailerTest {
    private static final String PASSWORD = "s3cr3t-p4ss";

    /** {@code \0status\0s3cr3t-p4ss}, as it crosses the line. */
    private static final String PLAIN = "AHN0YXR1cwBzM2NyM3QtcDRzcw==";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScriptedMail server = new ScriptedMail();

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    static EmailSettings settings(Endpoint server, Encryption tls, Optional<Pem> ca) {
        return new EmailSettings(
                server,
                tls,
                ca,
                Optional.of("status"),
                Optional.of(new Secret(PASSWORD)),
                "status@example.org",
                List.of("reader@example.net"),
                Optional.empty(),
                OnUnknown.RESEND);
    }

    private Channel mailer() {
        return mailer(Encryption.NONE, PATIENCE);
    }

    private Channel mailer(Encryption tls, Duration patience) {
        return new Mailer(settings(server.endpoint(), tls, Optional.of(authority())), patience);
    }

    private static Pem authority() {
        try {
            return Certificates.forLocalhost().authority();
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Outcome send(Channel mailer) {
        return mailer.send(Posts.frozen(mailer, Posts.saying("Text.\n.\nFrom here on.")), Posts.AT);
    }

    @Test
    void a_letter_that_is_taken_is_known_by_its_message_id() {
        var outcome = send(mailer());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.posted().id()).isEqualTo("key-problem@status.example.org"));
        assertThat(server.letters()).hasSize(1);
    }

    @Test
    void a_server_is_not_left_without_a_word() {
        send(mailer());

        await().atMost(PATIENCE).until(() -> server.heard().contains("QUIT"));
    }

    @Test
    void a_line_with_a_dot_ends_no_letter() {
        send(mailer());

        assertThat(server.letters()).singleElement().asString().endsWith("\nText.\n=2E\n=46rom here on.\n");
    }

    @Test
    void the_password_crosses_the_line_only_after_it_is_encrypted() {
        var outcome = send(mailer(Encryption.STARTTLS, PATIENCE));

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(server.heard())
                .startsWith(
                        "EHLO [127.0.0.1]",
                        "STARTTLS",
                        "EHLO [127.0.0.1]",
                        "AUTH PLAIN " + PLAIN,
                        "MAIL FROM:<status@example.org>",
                        "RCPT TO:<reader@example.net>",
                        "DATA");
    }

    @Test
    void where_encryption_is_not_offered_nothing_is_said() {
        server.says("EHLO", "250-mail.example.org\r\n250 AUTH PLAIN");

        var outcome = send(mailer(Encryption.STARTTLS, PATIENCE));

        assertThat(outcome)
                .isEqualTo(new Outcome.NotSent(
                        "the server offers no STARTTLS, so nothing was said: check server and tls"));
        assertThat(server.heard()).containsExactly("EHLO [127.0.0.1]");
    }

    @Test
    void a_certificate_that_nobody_trusted_has_signed_is_none() {
        var mailer = new Mailer(settings(server.endpoint(), Encryption.STARTTLS, Optional.empty()), PATIENCE);

        assertThat(send(mailer))
                .isInstanceOfSatisfying(
                        Outcome.NotSent.class,
                        outcome -> assertThat(outcome.reason()).startsWith("no TLS: "));
        assertThat(server.heard()).doesNotContain("AUTH PLAIN " + PLAIN);
    }

    @Test
    void a_server_that_only_knows_login_is_told_name_and_password_one_after_the_other() {
        server.says("EHLO", "250-mail.example.org\r\n250 AUTH=LOGIN").says("AUTH", "334 VXNlcm5hbWU6");
        server.says("czNjcjN0LXA0c3M=", "235 welcome");

        assertThat(send(mailer())).isInstanceOf(Outcome.Delivered.class);
        assertThat(server.heard()).containsSequence("AUTH LOGIN", "c3RhdHVz", "czNjcjN0LXA0c3M=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"})
    void a_server_that_hangs_up_before_the_letters_end_has_not_taken_it(String when) {
        server.says(when, ScriptedMail.HANG_UP);

        assertThat(send(mailer())).isEqualTo(new Outcome.NotSent("the server has hung up"));
    }

    @Test
    void a_server_that_hangs_up_after_the_last_dot_may_have_taken_it() {
        server.says("END", ScriptedMail.HANG_UP);

        var outcome = send(mailer());

        assertThat(outcome)
                .isEqualTo(new Outcome.Unknown(
                        "the whole letter was handed over, and then: the server has hung up", Duration.ofSeconds(10)));
        assertThat(server.letters()).hasSize(1);
    }

    @Test
    void silence_after_the_last_dot_is_unknown_for_longer() {
        server.says("END", ScriptedMail.SILENCE);

        var outcome = send(mailer(Encryption.NONE, Duration.ofMillis(500)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.settle()).isEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void silence_before_it_sent_nothing() {
        server.says("RCPT", ScriptedMail.SILENCE);

        assertThat(send(mailer(Encryption.NONE, Duration.ofMillis(500)))).isInstanceOf(Outcome.NotSent.class);
        assertThat(server.letters()).isEmpty();
    }

    @Test
    void a_repeat_is_the_same_letter_to_the_byte() {
        var mailer = mailer();
        var frozen = Posts.frozen(mailer, Posts.saying("Text."));

        mailer.send(frozen, Posts.AT);
        mailer.send(frozen, Posts.AT.plusSeconds(60));

        assertThat(server.letters()).hasSize(2).containsOnly(server.letters().getFirst());
    }

    @Test
    void a_refused_connection_sent_nothing() {
        var mailer = new Mailer(settings(Counterpart.nobody(), Encryption.NONE, Optional.empty()), PATIENCE);

        assertThat(send(mailer)).isEqualTo(new Outcome.NotSent("connection refused"));
    }

    @Test
    void a_host_that_is_none_is_named() {
        var nowhere = new Endpoint("mail.invalid", 25);

        assertThat(send(new Mailer(settings(nowhere, Encryption.NONE, Optional.empty()), PATIENCE)))
                .isEqualTo(new Outcome.NotSent("no such host: mail.invalid"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GREETING | 554 you are on a list | NotSent | turns us away",
                "GREETING | SSH-2.0-x | NotSent | no answer of a mail server",
                "EHLO | 421 too busy | Throttled | come again later",
                "AUTH | 535 5.7.8 bad credentials | AuthInvalid | check user and password",
                "AUTH | 454 4.7.0 not now | Throttled | come again later",
                "MAIL | 530 5.7.0 log in first | AuthInvalid | give it user and password",
                "MAIL | 550 not your name | Rejected | may send for from",
                "RCPT | 450 4.2.0 greylisted | Throttled | come again later",
                "RCPT | 550 5.1.1 no such user | TargetGone | the address is refused",
                "DATA | 554 no | Rejected | the letter is refused",
                "END | 452 disk full | Throttled | come again later",
                "END | 554 5.7.1 this is spam | Rejected | SPF, DKIM and DMARC",
                "END | welcome to the web | Unknown | no answer of a mail server",
            })
    void each_no_has_its_meaning_and_a_hint(String command, String reply, String outcome, String words) {
        server.says(command, reply);

        var answer = send(mailer());

        assertThat(answer.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(answer.toString()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"421, 60", "450, 300"})
    void a_busy_server_is_asked_again_sooner_than_one_that_keeps_strangers_waiting(String code, long seconds) {
        server.says("RCPT", code + " later");

        assertThat(send(mailer()))
                .isInstanceOfSatisfying(
                        Outcome.Throttled.class,
                        throttled -> assertThat(throttled.notBefore()).isEqualTo(Posts.AT.plusSeconds(seconds)));
    }

    @Test
    void what_a_server_repeats_of_our_secrets_is_not_shown() {
        server.says("AUTH", "535 you said %s, which is %s, in \u001b[31m".formatted(PLAIN, PASSWORD));

        assertThat(send(mailer()).toString()).contains("you said ***, which is ***, in [31m");
    }

    @Test
    void a_reply_without_end_is_none() {
        server.says("EHLO", "250-%s".formatted("x".repeat(20_000)));

        assertThat(send(mailer())).isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    void a_probe_logs_in_and_hands_over_nothing() {
        var probe = mailer(Encryption.STARTTLS, PATIENCE).probe(Posts.AT);

        assertThat(probe).isEqualTo(Probe.ready("reader@example.net by " + server.endpoint()));
        assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @ParameterizedTest
    @CsvSource({"AUTH, 535 no, Refused", "AUTH, 454 later, Unreachable", "GREETING, hang up, Unreachable"})
    void a_probe_tells_a_refusal_from_a_server_that_is_away(String command, String reply, String outcome) {
        server.says(command, reply);

        assertThat(mailer().probe(Posts.AT).getClass().getSimpleName()).isEqualTo(outcome);
    }
}
