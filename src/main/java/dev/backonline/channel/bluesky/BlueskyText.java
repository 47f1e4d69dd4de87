package dev.backonline.channel.bluesky;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.message.Measure;
import dev.backonline.message.Message;
import java.nio.charset.StandardCharsets;

/**
 * Plain text for Bluesky, which makes nothing of it by itself: what is a link is said beside it, by its place in bytes. Nobody is
 * called and nothing is tagged, since nothing says so.
 */
final class BlueskyText {
    /** lexicons/app/bsky/feed/post.json: 3,000 bytes of UTF-8 beside 300 graphemes. */
    private static final int BYTES_FOR_EACH_CHARACTER = 10;

    private final ArrayNode facets = JsonNodeFactory.instance.arrayNode();
    private int bytes;

    private BlueskyText() {}

    /** Both of the network's limits in one number: a text of 3,000 bytes counts 300 whatever people see of it. */
    static int count(String text) {
        return Math.max(Measure.graphemes().of(text), Math.ceilDiv(bytes(text), BYTES_FOR_EACH_CHARACTER));
    }

    /** The links of a text, which is posted as it is. */
    static ArrayNode facets(String text) {
        var reading = new BlueskyText();
        Message.markedUp(text, reading::words, reading::link);
        return reading.facets;
    }

    private String words(String words) {
        bytes += bytes(words);
        return words;
    }

    private String link(String address) {
        var facet = facets.addObject();
        var index = facet.putObject("index").put("byteStart", bytes);
        bytes += bytes(address);
        index.put("byteEnd", bytes);
        facet.putArray("features")
                .addObject()
                .put("$type", "app.bsky.richtext.facet#link")
                .put("uri", address);
        return address;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
