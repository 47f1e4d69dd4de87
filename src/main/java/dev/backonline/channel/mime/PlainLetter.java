package dev.backonline.channel.mime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a letter of plain text (RFC 5322) in ASCII: its head has the fields in the order in which they are named. */
public final class PlainLetter {
    private static final Pattern ID = Pattern.compile("(?m)^Message-ID: <([^>\\r\\n]+)>");

    /** RFC 5322, 2.1.1 asks for lines of at most 78 characters. */
    private static final int LONGEST_SUBJECT = 78;

    private final List<String> head = new ArrayList<>();

    public PlainLetter(Instant date) {
        field("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
    }

    /** The id under which a letter that was written is known everywhere. */
    public static String id(String letter) {
        var id = ID.matcher(letter);
        return id.find() ? id.group(1) : "";
    }

    /** A line as a subject: no longer than it may be. */
    public static String cut(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    public void between(String name, String from, String to) {
        field("From", "%s <%s>".formatted(Encoded.name(name), from));
        field("To", "<%s>".formatted(to));
    }

    public void about(String subject) {
        field("Subject", Encoded.subject(subject));
    }

    /** One or more ids (RFC 5322, 3.6.4; RFC 2919), each in a line. */
    public void ids(String field, List<String> ids) {
        field(field, "<%s>".formatted(String.join(">\r\n <", ids)));
    }

    /** RFC 2369; RFC 8058 for a press of one button. {@code {address}} in it is the reader's. */
    public void unsubscribe(String where, String address) {
        var place = where.replace("{address}", URLEncoder.encode(address, StandardCharsets.UTF_8));
        field("List-Unsubscribe", "<%s>".formatted(place));
        if (place.startsWith("https:")) {
            field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    /** The whole letter; no machine is to answer it (RFC 3834). */
    public String saying(String text, Locale language) {
        field("Auto-Submitted", "auto-generated");
        field("Content-Language", language.toLanguageTag());
        field("MIME-Version", "1.0");
        field("Content-Type", "text/plain; charset=UTF-8");
        field("Content-Transfer-Encoding", "quoted-printable");
        return "%s\r\n\r\n%s".formatted(String.join("\r\n", head), Encoded.body(text));
    }

    private void field(String name, String value) {
        head.add("%s: %s".formatted(name, value));
    }
}
