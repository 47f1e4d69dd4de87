package dev.backonline.channel.googlechat;

import dev.backonline.message.Message;

/** Plain text for Google Chat, which is told to read it as CommonMark. */
final class GoogleChatText {
    /** Markup wherever it stands: emphasis, strike-through, code, links, and the {@code <…>} of mentions and addresses. */
    private static final String ANYWHERE = "([\\\\*_~`|\\[\\]<>&])";

    /** So that {@code <users/all>} would call nobody, even where a backslash were not known: an invisible word joiner. */
    private static final String CALL = "([<@])(?=[\\p{L}\\p{N}_/!])";

    /** Markup where a line begins: headings, lists, rules. */
    private static final String AT_LINE_START = "(?m)^[ \\t]*([#+=-])";

    private static final String NUMBERED = "(?m)^[ \\t]*(\\d+)([.)])";

    private GoogleChatText() {}

    /** CommonMark: a backslash before punctuation takes its meaning away. */
    static String escaped(String text) {
        var inline = Message.markedUp(
                text, rest -> rest.replaceAll(ANYWHERE, "\\\\$1").replaceAll(CALL, "$1\u2060"));
        return inline.replaceAll(AT_LINE_START, "\\\\$1").replaceAll(NUMBERED, "$1\\\\$2");
    }
}
