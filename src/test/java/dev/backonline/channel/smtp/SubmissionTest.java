package dev.backonline.channel.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backonline.channel.smtp.Submission.Encryption;
import dev.backonline.channel.smtp.Submission.Envelope;
import dev.backonline.channel.smtp.Submission.Refused;
import dev.backonline.channel.smtp.Submission.Step;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A conversation goes in steps, and stops at the one that is refused. */
class SubmissionTest {
    private static final Envelope MAIL =
            new Envelope("status@example.org", "reader@example.net", "Subject: Shop\r\n\r\n.\r\nDown\r\n");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Socket server(String... replies) {
        var answers = new ByteArrayInputStream((String.join("\r\n", replies) + "\r\n").getBytes(US_ASCII));
        return new Socket() {
            @Override
            public InputStream getInputStream() {
                return answers;
            }

            @Override
            public OutputStream getOutputStream() {
                return said;
            }

            @Override
            public InetAddress getLocalAddress() {
                return InetAddress.ofLiteral("192.0.2.1");
            }
        };
    }

    @Test
    void a_letter_is_handed_over_with_its_dots_doubled() throws Exception {
        var talk = new Submission(Encryption.NONE, Optional.of(new Login("me", "word")), Optional.of(MAIL));
        var server =
                server("220 hello", "250-me", "250 AUTH PLAIN", "235 in", "250 ok", "250 ok", "354 go", "250 taken");

        var last = talk.over(server, plain -> plain);

        assertThat(last.text()).startsWith("250 taken");
        assertThat(said.toString(US_ASCII)).isEqualTo("""
                EHLO [192.0.2.1]
                AUTH PLAIN AG1lAHdvcmQ=
                MAIL FROM:<status@example.org>
                RCPT TO:<reader@example.net>
                DATA
                Subject: Shop

                ..
                Down
                .
                QUIT
                """.replace("\n", "\r\n"));
    }

    @Test
    void what_is_refused_says_at_which_step() {
        var talk = new Submission(Encryption.NONE, Optional.empty(), Optional.of(MAIL));

        assertThatThrownBy(
                        () -> talk.over(server("220 hello", "250 me", "250 ok", "550 no such reader"), plain -> plain))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reply().code()).isEqualTo(550));
        assertThat(talk.step()).isEqualTo(Step.ADDRESS);
    }

    @Test
    void without_a_letter_nothing_is_handed_over() throws Exception {
        var talk = new Submission(Encryption.NONE, Optional.empty(), Optional.empty());

        talk.over(server("220 hello", "250 me"), plain -> plain);

        assertThat(said.toString(US_ASCII)).isEqualTo("EHLO [192.0.2.1]\r\nQUIT\r\n");
    }
}
