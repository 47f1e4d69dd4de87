package dev.backonline.channel.mastodon;

import dev.backonline.message.Measure;
import dev.backonline.message.Message;

/** Plain text for Mastodon, which has no markup, but makes links of names, tags and addresses. */
final class MastodonText {
    /** A word joiner, which nobody sees: what follows the sign is no name and no tag any more. */
    private static final String NEUTRAL = "$1\u2060";

    private static final String CALL = "([@＠#＃])(?=[\\p{L}\\p{N}_])";

    /** mastodon/mastodon, StatusLengthValidator, and {@code characters_reserved_per_url} of /api/v2/instance. */
    private static final int ADDRESS_COUNTS = 23;

    /** Only what Mastodon takes for an address counts so: its host has a domain. {@code http://localhost:8080/…} counts in full. */
    private static final String WITH_DOMAIN = "https?://[A-Za-z0-9.-]+\\.[A-Za-z]{2,}(?:[:/?].*)?";

    private MastodonText() {}

    /** The text as it is posted. */
    static String neutral(String text) {
        return Message.markedUp(text, MastodonText::uncalled);
    }

    /** The length that the server will find: grapheme clusters, the joiners among them, an address 23. */
    static int count(String text) {
        return Measure.graphemes().of(Message.markedUp(text, MastodonText::uncalled, MastodonText::counted));
    }

    private static String uncalled(String words) {
        return words.replaceAll(CALL, NEUTRAL);
    }

    private static String counted(String address) {
        return address.matches(WITH_DOMAIN)
                ? "x".repeat(ADDRESS_COUNTS)
                : "x".repeat(Math.max(ADDRESS_COUNTS, address.length()));
    }
}
