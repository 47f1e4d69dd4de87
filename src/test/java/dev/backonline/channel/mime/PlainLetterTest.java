package dev.backonline.channel.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PlainLetterTest {
    @Test
    void a_letter_is_read_as_it_was_meant() throws Exception {
        var letter = new PlainLetter(Instant.parse("2026-11-22T20:04:00Z"));
        letter.between("Città", "status@example.org", "reader@example.net");
        letter.about("Città: Shop");
        letter.ids("Message-ID", List.of("one@example.org"));
        letter.ids("References", List.of("incident@example.org", "zero@example.org"));
        letter.unsubscribe("https://lists.example.org/leave?who={address}", "reader@example.net");

        var text = letter.saying("È giù.", Locale.ITALIAN);

        var read = new MimeMessage((Session) null, new ByteArrayInputStream(text.getBytes(US_ASCII)));
        assertThat(read.getSubject()).isEqualTo("Città: Shop");
        assertThat(read.getSentDate()).isEqualTo(Instant.parse("2026-11-22T20:04:00Z"));
        assertThat(read.getHeader("References", null)).isEqualTo("<incident@example.org>\r\n <zero@example.org>");
        assertThat(read.getHeader("List-Unsubscribe", null))
                .isEqualTo("<https://lists.example.org/leave?who=reader%40example.net>");
        assertThat(read.getContent()).isEqualTo("È giù.\r\n");
        assertThat(PlainLetter.id(text)).isEqualTo("one@example.org");
    }

    @Test
    void a_long_line_is_cut_to_a_subject() {
        assertThat(PlainLetter.cut("😀".repeat(100))).isEqualTo("😀".repeat(77) + "…");
        assertThat(PlainLetter.cut("Short")).isEqualTo("Short");
    }
}
