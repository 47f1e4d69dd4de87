package dev.backonline.channel.rocketchat;

import dev.backonline.message.Message;

/**
 * Plain text for Rocket.Chat, whose parsers differ in whether a backslash takes a sign's meaning away (RocketChat/Rocket.Chat,
 * packages/message-parser). So signs that make pairs are written by others that look like them, and what begins a name, a place or a
 * list is kept apart by a word joiner, which nobody sees.
 */
final class RocketChatText {
    /** Names, rooms, addresses with words, formulas; and emoji by their names. */
    private static final String CALL =
            "([@＠#＃](?=[^\\s@#])|:(?=[A-Za-z0-9_+.-]+:)|](?=\\()|\\|(?=\\|)|\\\\(?=[\\[\\]()]))";

    private static final String AT_LINE_START = "(?m)^[ \\t]*(?=[#>-]|\\d+\\.|[*\u2217][ \\t])";

    private static final String JOINER = "\u2060";

    private RocketChatText() {}

    /** The text as it is posted, and counted. */
    static String neutral(String text) {
        return Message.markedUp(text, RocketChatText::signs).replaceAll(AT_LINE_START, JOINER);
    }

    private static String signs(String text) {
        return text.replaceAll(CALL, "$1" + JOINER)
                .replace('*', '\u2217')
                .replace('~', '\u223C')
                .replace('`', '\u02CB')
                .replace('$', '\uFF04')
                .replace('<', '\u2039')
                .replaceAll("(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", "\u02CD");
    }
}
