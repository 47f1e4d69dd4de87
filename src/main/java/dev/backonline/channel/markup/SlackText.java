package dev.backonline.channel.markup;

/** Plain text for Slack. */
public final class SlackText {
    private SlackText() {}

    /**
     * Slack's three control characters, and nothing else, as its formatting guide asks; in addresses too. Without them there is no
     * {@code <!channel>}, no {@code <@U123>} and no {@code <address|other words>}.
     */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
