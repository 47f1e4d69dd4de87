package dev.backonline.channel.markup;

import dev.backonline.message.Message;

/** Plain text for Discord. */
public final class DiscordText {
    /** Markup wherever it stands: emphasis, strike-through, code, spoilers, links, and the {@code <…>} of mentions and time stamps. */
    private static final String ANYWHERE = "([\\\\*_~`|\\[\\]<])";

    /** Markup where a line begins: headings, small print, quotations, lists. */
    private static final String AT_LINE_START = "(?m)^(\\s*)([#>+-])";

    private static final String NUMBERED = "(?m)^(\\s*\\d+)\\.";

    /** So that {@code @everyone} isn't even coloured; that it calls nobody is what {@code allowed_mentions} is for. */
    private static final String CALL = "@(?=[\\p{L}\\p{N}_])";

    private DiscordText() {}

    /** A backslash before punctuation takes its meaning away (Discord's help pages on markdown). */
    public static String escaped(String text) {
        var inline = Message.markedUp(
                text, rest -> rest.replaceAll(ANYWHERE, "\\\\$1").replaceAll(CALL, "@\u2060"));
        return inline.replaceAll(AT_LINE_START, "$1\\\\$2").replaceAll(NUMBERED, "$1\\\\.");
    }
}
