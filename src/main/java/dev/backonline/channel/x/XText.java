package dev.backonline.channel.x;

import dev.backonline.channel.twittertext.Weight;
import dev.backonline.message.Message;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Plain text for X, which makes links of names, tags, cashtags and whatever ends like a domain, and asks more for a post that has one.
 * It also refuses a text that it has had before, as two updates of one incident may be: so each post says when it was written.
 */
record XText(boolean links) {
    /** A word joiner, which nobody sees: what follows the sign is no name, tag or domain any more. */
    private static final String JOINER = "\u2060";

    private static final Pattern CALL = Pattern.compile("([@＠#＃](?=[\\p{L}\\p{M}\\p{N}_])|\\$(?=\\p{L}))");

    /** {@code v1.2.is} would be a link to somebody's island. */
    private static final Pattern HOST_DOT = Pattern.compile("\\.(?=[\\p{L}\\p{M}])");

    /** An address that a text ends with. */
    private static final Pattern TAIL = Pattern.compile("\\s+(https?://[A-Za-z0-9][A-Za-z0-9_.~%/?=&:#-]*)$");

    /** As long at every time. */
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(" '('uuuu-MM-dd HH:mm')'", Locale.ROOT);

    private static final String SOME_STAMP = " (2026-11-22 21:04)";

    /** The text as it is posted at this time. */
    String posted(String text, ZonedDateTime at) {
        return posted(text, STAMP.format(at));
    }

    /** The length that the network will find. */
    int count(String text) {
        return Weight.of(posted(text, SOME_STAMP));
    }

    private String posted(String text, String stamp) {
        var tail = TAIL.matcher(text);
        if (!tail.find()) {
            return neutral(text) + stamp;
        }
        var words = neutral(text.substring(0, tail.start())) + stamp;
        return links ? "%s %s".formatted(words, tail.group(1)) : words;
    }

    /** Without links, an address that is not at the end is shown, and cannot be pressed. */
    private String neutral(String text) {
        return links ? Message.markedUp(text, XText::uncalled) : uncalled(text);
    }

    private static String uncalled(String words) {
        var plain = CALL.matcher(words).replaceAll("$1" + JOINER);
        return HOST_DOT.matcher(plain).replaceAll("." + JOINER);
    }
}
