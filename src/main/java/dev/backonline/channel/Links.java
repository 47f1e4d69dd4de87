package dev.backonline.channel;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells the addresses in a plain text from the rest. An address holds only characters that mean nothing in any network's markup and call
 * nobody, so it may stay as it is; whatever else looks like one is text.
 */
public final class Links {
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\p{L}\\p{N}_@＠#＃$])https?://[A-Za-z0-9](?:[A-Za-z0-9_.~%/?=&:#-]*[A-Za-z0-9_~%/=&#-])?");

    private Links() {}

    /** The text with all but its addresses changed. */
    public static String keptIn(String text, UnaryOperator<String> rest) {
        return each(text, UnaryOperator.identity(), rest);
    }

    /** The text with its addresses changed in one way, and the rest in another. */
    public static String each(String text, UnaryOperator<String> address, UnaryOperator<String> rest) {
        var out = new StringBuilder();
        var end = 0;
        for (var found : ADDRESS.matcher(text).results().toArray(MatchResult[]::new)) {
            out.append(rest.apply(text.substring(end, found.start()))).append(address.apply(found.group()));
            end = found.end();
        }
        return out.append(rest.apply(text.substring(end))).toString();
    }
}
