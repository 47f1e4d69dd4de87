package dev.backonline.channel.nostr;

import dev.backonline.message.Message;
import java.util.regex.Pattern;

/** Plain text for Nostr, whose clients make links of names, tags and addresses of its own. */
final class NostrText {
    /** A word joiner, which nobody sees: what is before it and behind it don't belong together any more. */
    private static final String JOINER = "\u2060";

    private static final Pattern CALL = Pattern.compile(
            "[@＠#＃](?=[\\p{L}\\p{M}\\p{N}_\\[])|(?i)nostr(?=:)|(?:npub|nprofile|note|nevent|lnbc)(?=1)");

    /** NIP-01 writes only these as escapes; what else moves a cursor has no place in a post. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private NostrText() {}

    /** The text as it is posted. */
    static String neutral(String text) {
        return Message.markedUp(
                CONTROL.matcher(text).replaceAll(""),
                words -> CALL.matcher(words).replaceAll("$0" + JOINER));
    }
}
