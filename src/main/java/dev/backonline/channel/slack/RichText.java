package dev.backonline.channel.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.message.Message;

/** A text in the elements of Slack's rich text, in which nothing is markup (docs.slack.dev, rich text block); addresses are links. */
final class RichText {
    private RichText() {}

    /** The blocks of a message that says this. */
    static ArrayNode blocks(String text) {
        var blocks = JsonNodeFactory.instance.arrayNode();
        var block = blocks.addObject().put("type", "rich_text").putArray("elements");
        var elements = block.addObject().put("type", "rich_text_section").putArray("elements");
        Message.markedUp(
                text, words -> added(elements, "text", "text", words), url -> added(elements, "link", "url", url));
        return blocks;
    }

    private static String added(ArrayNode elements, String type, String field, String value) {
        if (!value.isEmpty()) {
            elements.addObject().put("type", type).put(field, value);
        }
        return value;
    }
}
