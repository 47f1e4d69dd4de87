package dev.backonline.channel.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.stream.Collectors;

/** Any text in the ASCII that mail is made of: nothing in it can end a line before its time. */
public final class Encoded {
    /** RFC 2047, 2: a word of 75 characters; 12 of them say what it is, and 4 letters stand for 3 bytes. A letter has at most 4 bytes. */
    private static final int BYTES_IN_WORD = 45;

    /** RFC 2045, 6.7: 76 characters a line, with the sign that it goes on. */
    private static final int LONGEST_LINE = 75;

    private Encoded() {}

    /** A name before an address (RFC 5322, 3.2.5); plain words stay as they are. */
    public static String name(String text) {
        return header(text, "[A-Za-z0-9 ]*");
    }

    /** A header that is only a text. */
    public static String subject(String text) {
        return header(text, "[ -~&&[^=]]*");
    }

    /** RFC 2047, where it has to be. */
    private static String header(String text, String plain) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.length() <= LONGEST_LINE - 10 && line.matches(plain)) {
            return line;
        }
        var words = new StringBuilder();
        var word = new StringBuilder();
        for (var letter : line.codePoints().mapToObj(Character::toString).toList()) {
            if ((word + letter).getBytes(UTF_8).length > BYTES_IN_WORD) {
                words.append(word(word.toString())).append("\r\n ");
                word.setLength(0);
            }
            word.append(letter);
        }
        return words.append(word(word.toString())).toString();
    }

    private static String word(String text) {
        return "=?UTF-8?B?%s?=".formatted(Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
    }

    /** A body as quoted-printable (RFC 2045, 6.7), with a break at its end. */
    static String body(String text) {
        return text.lines().map(line -> quoted(line) + "\r\n").collect(Collectors.joining());
    }

    private static String quoted(String line) {
        var quoted = new StringBuilder();
        var used = 0;
        var bytes = line.getBytes(UTF_8);
        for (var at = 0; at < bytes.length; at++) {
            var isLast = at == bytes.length - 1;
            var sign = sign(bytes[at] & 0xFF, used == 0, isLast);
            if (used + sign.length() > LONGEST_LINE) {
                quoted.append("=\r\n");
                used = 0;
                sign = sign(bytes[at] & 0xFF, true, isLast);
            }
            quoted.append(sign);
            used += sign.length();
        }
        return quoted.toString();
    }

    /** On the way a dot or the word From that begins a line might be taken for something else, and a space at an end get lost. */
    private static String sign(int character, boolean first, boolean last) {
        var plain = switch (character) {
            case ' ' -> !first && !last;
            case '.', 'F' -> !first;
            case '=' -> false;
            default -> character > ' ' && character < 0x7F;
        };
        return plain ? Character.toString(character) : "=%02X".formatted(character);
    }
}
