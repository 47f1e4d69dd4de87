package dev.backonline.channel.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.message.Message;
import java.util.Locale;

/**
 * A text as an Adaptive Card. It is made of text runs, in which nothing is markup (adaptivecards.io, TextRun), and not of text blocks,
 * in which much is; an address in it is made one that can be followed.
 */
final class Card {
    /** adaptivecards.io: text runs with an action are known since 1.2; 1.4 is what every client of Teams reads. */
    private static final String VERSION = "1.4";

    private Card() {}

    /** The whole message, as a workflow takes it: a card for each of its attachments. */
    static ObjectNode message(String text, Locale language) {
        var message = JsonNodeFactory.instance.objectNode();
        message.put("type", "message");
        message.put("summary", text);
        message.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .set("content", card(text, language));
        return message;
    }

    private static ObjectNode card(String text, Locale language) {
        var card = JsonNodeFactory.instance.objectNode();
        card.put("type", "AdaptiveCard");
        card.put("version", VERSION);
        card.put("lang", language.getLanguage());
        card.putObject("msteams").put("width", "Full");
        var body = card.putArray("body");
        text.lines().filter(line -> !line.isBlank()).forEach(line -> paragraph(body, line));
        return card;
    }

    private static void paragraph(ArrayNode body, String line) {
        var inlines = body.addObject().put("type", "RichTextBlock").putArray("inlines");
        Message.markedUp(line, words -> words.isEmpty() ? "" : run(inlines, words), address -> link(inlines, address));
    }

    private static String run(ArrayNode inlines, String words) {
        inlines.addObject().put("type", "TextRun").put("text", words);
        return words;
    }

    private static String link(ArrayNode inlines, String address) {
        inlines.addObject()
                .put("type", "TextRun")
                .put("text", address)
                .putObject("selectAction")
                .put("type", "Action.OpenUrl")
                .put("url", address);
        return address;
    }
}
