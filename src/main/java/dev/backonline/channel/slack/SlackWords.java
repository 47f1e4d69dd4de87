package dev.backonline.channel.slack;

import dev.backonline.channel.api.PlainWords;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a message as Slack lists it has a given text, whatever Slack did to its links, emoji and spaces. */
record SlackWords(String wanted) {
    /** An address that Slack found in the text, with the words that it showed if those differ. */
    private static final Pattern LINK = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");

    /** Emoji come back as their names between colons. */
    private static final String EMOJI =
            ":[a-z0-9_+'-]+:|[\\p{IsExtended_Pictographic}\\p{IsEmoji_Modifier}\\x{1F1E6}-\\x{1F1FF}\\x{FE0F}]";

    boolean areIn(String listed) {
        var unlinked = LINK.matcher(listed).replaceAll(link -> Matcher.quoteReplacement(address(link)));
        return words(PlainWords.unescaped(unlinked)).equals(words(wanted));
    }

    /** Where Slack made a link of what was none, what it shows is what was there. */
    private String address(MatchResult link) {
        var shown = link.group(2);
        return shown == null || wanted.contains(PlainWords.unescaped(link.group(1))) ? link.group(1) : shown;
    }

    private static String words(String text) {
        return PlainWords.visible(text.replaceAll(EMOJI, ""));
    }
}
