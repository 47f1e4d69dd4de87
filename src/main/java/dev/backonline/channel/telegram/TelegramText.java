package dev.backonline.channel.telegram;

import dev.backonline.message.Message;

/** Plain text for Telegram, which without a parse mode has no markup, but makes links of names, tags, commands and addresses. */
final class TelegramText {
    /** A word joiner, which nobody sees: what follows the sign is no name, tag or command any more. */
    private static final String NEUTRAL = "$1\u2060";

    /** core.telegram.org, bots/api, MessageEntity: {@code @name}, {@code #tag}, {@code $USD}, and {@code /command}. */
    private static final String CALL = "([@＠#＃$]|(?<![\\p{L}\\p{N}_/])/)(?=[\\p{L}\\p{N}_])";

    private TelegramText() {}

    /** The text as it is posted. */
    static String neutral(String text) {
        return Message.markedUp(text, words -> words.replaceAll(CALL, NEUTRAL));
    }
}
