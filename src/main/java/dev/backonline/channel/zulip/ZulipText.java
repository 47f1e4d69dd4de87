package dev.backonline.channel.zulip;

import dev.backonline.message.Message;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Plain text for Zulip, whose Markdown knows no backslash, but shows a character's number in HTML as the character, after looking for
 * markup (zulip/zulip, zerver/lib/markdown: nothing but code and names comes before {@code entity}).
 */
final class ZulipText {
    /**
     * Emphasis, code, strike-through, links, quotations, tables, and what begins the name of a person, a channel, a time or a formula;
     * emoji by their names; an ampersand that would begin a number of this kind.
     */
    private static final Pattern ANYWHERE =
            Pattern.compile("[\\\\`*_~\\[\\]<>|#@$]|&(?=#?\\w+;)|:(?=[A-Za-z0-9_+-]+:)");

    /** Lists, where a line begins; a command, such as {@code /poll}, where the message does. */
    private static final Pattern AT_START = Pattern.compile("(?m)^[ \\t]*[+=-]|\\A\\s*/");

    private static final Pattern NUMBERED = Pattern.compile("(?m)^([ \\t]*\\d{1,9})([.)])");

    private ZulipText() {}

    /** The text as it is posted, counted, and listed. */
    static String escaped(String text) {
        var inline = Message.markedUp(text, rest -> ANYWHERE.matcher(rest).replaceAll(found -> number(found.group())));
        var lines = AT_START.matcher(inline).replaceAll(ZulipText::last);
        return NUMBERED.matcher(lines).replaceAll(found -> found.group(1) + number(found.group(2)));
    }

    /** Without the spaces before it, which might make code of it. */
    private static String last(MatchResult found) {
        return number(found.group().substring(found.group().length() - 1));
    }

    private static String number(String sign) {
        return "&#%d;".formatted(sign.codePointAt(0));
    }
}
