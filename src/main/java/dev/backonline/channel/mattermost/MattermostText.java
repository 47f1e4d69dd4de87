package dev.backonline.channel.mattermost;

import dev.backonline.message.Message;

/** Plain text for Mattermost, which reads Markdown and looks for names, tags, rooms and emoji in what that leaves. */
final class MattermostText {
    /** Markup wherever it stands: emphasis, strike-through, code, tables, links (docs.mattermost.com, formatting text). */
    private static final String ANYWHERE = "([\\\\*_~`|\\[\\]])";

    /** Names, tags, rooms, formulas, elements and entities, which a backslash doesn't hide, and emoji by their names. */
    private static final String CALL = "([@＠#＃$~](?=[\\p{L}\\p{N}_/!])|<|&(?=#?\\w+;)|:(?=[A-Za-z0-9_+-]+:))";

    /** A word joiner, which nobody sees. */
    private static final String NEUTRAL = "$1\u2060";

    /** Markup where a line begins: headings, quotations, lists, rules. */
    private static final String AT_LINE_START = "(?m)^[ \\t]*([#>+=-])";

    private static final String NUMBERED = "(?m)^[ \\t]*(\\d+)([.)])";

    private MattermostText() {}

    /** The text as it is posted, and counted. */
    static String escaped(String text) {
        var inline = Message.markedUp(
                text, rest -> rest.replaceAll(ANYWHERE, "\\\\$1").replaceAll(CALL, NEUTRAL));
        return inline.replaceAll(AT_LINE_START, "\\\\$1").replaceAll(NUMBERED, "$1\\\\$2");
    }
}
