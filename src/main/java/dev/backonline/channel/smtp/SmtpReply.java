package dev.backonline.channel.smtp;

import dev.backonline.catalog.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a mail server says to one command: its code, 0 if it is none, and all its lines. */
public record SmtpReply(int code, String text) {
    /** Ours: enough for any sentence. */
    private static final int MOST_QUOTED = 200;

    /** Whether the server says that it can do this, in this way. */
    boolean offers(String word, String... ways) {
        return text.lines()
                .map(line -> line.substring(Math.min(4, line.length())).toUpperCase(Locale.ROOT))
                .map(line -> List.of(line.split("[ =]")))
                .anyMatch(words -> words.contains(word) && words.containsAll(Arrays.asList(ways)));
    }

    /** For operators: what it means and the server's own words, without the secrets that it might repeat. */
    public String said(String advice, List<Secret> secrets) {
        var words = text.replaceAll("(?m)^\\d{3}[ -]?", "")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        for (var secret : secrets) {
            words = words.replace(secret.value(), secret.toString());
        }
        var quoted = words.isEmpty()
                ? ""
                : " (it says: %s)".formatted(words.substring(0, Math.min(MOST_QUOTED, words.length())));
        return "SMTP %03d: %s%s".formatted(code, advice, quoted);
    }
}
