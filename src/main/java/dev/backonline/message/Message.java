package dev.backonline.message;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What is said, in one language, as plain text: a network's markup is applied to all of it by its channel, never in between. */
public record Message(Saying saying, Locale language, String text) {
    /**
     * An address holds only characters that mean nothing in any network's markup and call nobody, so it may stay as it is; whatever
     * else looks like one is text.
     */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{N}_@＠#＃$])https?://[A-Za-z0-9](?:[A-Za-z0-9_.~%/?=&:#-]*[A-Za-z0-9_~%/=&#-])?");

    /** A plain text with a network's markup applied to all of it but its addresses. */
    public static String markedUp(String text, UnaryOperator<String> markup) {
        return markedUp(text, markup, UnaryOperator.identity());
    }

    /** The same with something done to the addresses too. */
    public static String markedUp(String text, UnaryOperator<String> markup, UnaryOperator<String> address) {
        var out = new StringBuilder();
        var end = 0;
        for (var found : ADDRESS.matcher(text).results().toList()) {
            out.append(markup.apply(text.substring(end, found.start()))).append(address.apply(found.group()));
            end = found.end();
        }
        return out.append(markup.apply(text.substring(end))).toString();
    }
}
