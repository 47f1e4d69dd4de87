package dev.backonline.channel.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written here, a reader that we did not write reads. */
class EncodedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Harbour",
                "Stato di Città",
                "a\r\nBcc: everybody@example.org",
                "\"x\" <evil@example.org>, y",
                "=?UTF-8?B?eA==?=",
                "😀 a name that goes on for longer than any line of a letter may be, and on, and on, and on 😀😀😀😀😀😀😀😀"
            })
    void a_name_is_a_name_and_no_header(String name) throws Exception {
        var letter = new MimeMessage(
                (Session) null,
                new ByteArrayInputStream("Subject: %s\r\nFrom: %s <a@example.org>\r\n\r\n"
                        .formatted(Encoded.subject(name), Encoded.name(name))
                        .getBytes(US_ASCII)));

        assertThat(letter.getSubject()).isEqualTo(name.replace("\r\n", " "));
        assertThat(((InternetAddress) letter.getFrom()[0]).getPersonal()).isEqualTo(name.replace("\r\n", " "));
        assertThat(Collections.list(letter.getAllHeaders())).hasSize(2);
    }
}
