package dev.backonline.channel.github;

import dev.backonline.message.Message;

/** Plain text for GitHub's Markdown. */
final class GitHubText {
    /** Markup wherever it stands: emphasis, code, strike-through, tables, links, elements, formulas (github.github.com, gfm). */
    private static final String ANYWHERE = "([\\\\*_~`|\\[\\]<>&$])";

    /** People, issues, and emoji by their names, which a backslash doesn't hide: an invisible word joiner. */
    private static final String CALL = "([@＠#＃](?=[\\p{L}\\p{N}_])|:(?=[A-Za-z0-9_+-]+:)|(?<=\\bGH)-(?=\\d))";

    /** Markup where a line begins: headings, lists, rules. */
    private static final String AT_LINE_START = "(?m)^[ \\t]*([#+=-])";

    private static final String NUMBERED = "(?m)^[ \\t]*(\\d+)([.)])";

    private static final String JOINER = "\u2060";

    private GitHubText() {}

    /** CommonMark: a backslash before punctuation takes its meaning away. */
    static String escaped(String text) {
        var inline = Message.markedUp(
                text, rest -> rest.replaceAll(ANYWHERE, "\\\\$1").replaceAll(CALL, "$1" + JOINER));
        return inline.replaceAll(AT_LINE_START, "\\\\$1").replaceAll(NUMBERED, "$1\\\\$2");
    }

    /** A title has no markup but code, and calls nobody; it is one line. */
    static String title(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replace('`', '\u02CB')
                .replaceAll(CALL, "$1" + JOINER)
                .strip();
    }
}
