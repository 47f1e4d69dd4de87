package dev.backonline.channel.threads;

import dev.backonline.message.Message;
import java.nio.charset.StandardCharsets;

/** Plain text for Threads, which has no markup, but makes links of names and a topic of the first tag. */
final class ThreadsText {
    /** A word joiner, which nobody sees: what follows the sign is no name and no tag any more. */
    private static final String NEUTRAL = "$1\u2060";

    private static final String CALL = "([@＠#＃$])(?=[\\p{L}\\p{M}\\p{N}_])";

    /** Where emoji begin, but for digits and a few signs; so do the joiners between them, which are counted with them. */
    private static final int FIRST_EMOJI = 0x200D;

    private ThreadsText() {}

    /** The text as it is posted. */
    static String neutral(String text) {
        return Message.markedUp(text, words -> words.replaceAll(CALL, NEUTRAL));
    }

    /** The length that Threads will find, or more: code points, and bytes of all that may be a part of an emoji. */
    static int count(String text) {
        return neutral(text).codePoints().map(ThreadsText::weight).sum();
    }

    private static int weight(int letter) {
        return letter >= FIRST_EMOJI && (Character.isEmoji(letter) || isPartOfEmoji(letter))
                ? Character.toString(letter).getBytes(StandardCharsets.UTF_8).length
                : 1;
    }

    private static boolean isPartOfEmoji(int letter) {
        return Character.isEmojiComponent(letter) || letter == FIRST_EMOJI;
    }
}
