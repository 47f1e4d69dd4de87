package dev.backonline.bot.remote;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What a person says in their own words, by language: {@code --text it="…" --text en="…"}. */
final class OwnWords {
    @Option(
            names = "--text",
            paramLabel = "LANGUAGE=TEXT",
            description = "Your own words; once for each language. The page's first language stands in for the others.")
    Map<String, String> texts = new LinkedHashMap<>();

    ObjectNode body() {
        var body = JsonNodeFactory.instance.objectNode();
        if (!texts.isEmpty()) {
            var said = body.putObject("texts");
            texts.forEach(said::put);
        }
        return body;
    }
}
