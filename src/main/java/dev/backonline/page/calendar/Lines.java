package dev.backonline.page.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How iCalendar writes values and lines: RFC 5545, sections 3.1 and 3.3. */
final class Lines {
    /** Of a line, in octets, without its break. */
    private static final int LONGEST = 75;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Lines() {}

    static String time(Instant instant) {
        return UTC.format(instant);
    }

    static Instant time(String value) {
        return UTC.parse(value, Instant::from);
    }

    static String text(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** One line with its break, folded between characters where it is too long. */
    static String folded(String line) {
        var folded = new StringBuilder();
        var octets = 0;
        for (var character : line.codePoints().toArray()) {
            var text = Character.toString(character);
            var size = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(text);
            octets += size;
        }
        return folded.append("\r\n").toString();
    }

    static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }
}
