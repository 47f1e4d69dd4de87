package dev.backonline.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.api.PlainWords;
import java.text.Normalizer;

/** Tells whether a post that the network lists has a given text, whatever it did to links, signs and spaces. */
record PostText(String wanted) {
    boolean isThat(String shown) {
        return words(shown).equals(words(wanted));
    }

    /** As it was written: short links put back, and {@code & < >} which are listed as entities. */
    static String shown(JsonNode post) {
        var whole = post.path("note_tweet").path("text").isTextual() ? post.path("note_tweet") : post;
        var text = whole.path("text").asText();
        for (var link : whole.path("entities").path("urls")) {
            text = text.replace(
                    link.path("url").asText(), link.path("expanded_url").asText());
        }
        return PlainWords.unescaped(text);
    }

    /** Without what nobody sees, and without the slash that an address of nothing but a host is given. */
    private static String words(String text) {
        var bare = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\p{Cf}+", "");
        return PlainWords.spaced(bare.replaceAll("(https?://[^\\s/]+)/(?=[\\s.,;)]|$)", "$1"));
    }
}
