package dev.backonline.channel;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A body with one flaw in one field; a field of a list's elements is named without their numbers. */
record Spoiled(String field, Flaw flaw, JsonNode body) {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    enum Flaw {
        MISSPELT,
        LEFT_OUT,
        /** An object where there was none, and a text where there was one. */
        OF_ANOTHER_KIND,
        /** A text or a number that nobody knows. */
        MADE_UP
    }

    /** Each field of these bodies with each flaw, once. */
    static List<Spoiled> of(List<JsonNode> bodies) {
        var seen = new HashSet<String>();
        return bodies.stream()
                .flatMap(body -> fields(body, JsonPointer.empty())
                        .filter(place -> seen.add(name(place)))
                        .flatMap(place -> Arrays.stream(Flaw.values())
                                .filter(flaw -> flaw != Flaw.MADE_UP || isWord(body.at(place)))
                                .map(flaw -> new Spoiled(name(place), flaw, spoilt(body, place, flaw)))))
                .toList();
    }

    private static Stream<JsonPointer> fields(JsonNode node, JsonPointer place) {
        if (node.isArray()) {
            return IntStream.range(0, node.size())
                    .boxed()
                    .flatMap(index -> fields(node.get(index), place.appendIndex(index)));
        }
        return node.propertyStream()
                .flatMap(field -> Stream.concat(
                        Stream.of(place.appendProperty(field.getKey())),
                        fields(field.getValue(), place.appendProperty(field.getKey()))));
    }

    private static String name(JsonPointer place) {
        return place.toString().replaceAll("/\\d+(?=/|$)", "").substring(1);
    }

    private static boolean isWord(JsonNode value) {
        return value.isTextual() || value.isNumber();
    }

    private static JsonNode spoilt(JsonNode body, JsonPointer place, Flaw flaw) {
        var copy = body.deepCopy();
        var name = place.last().getMatchingProperty();
        var around = (ObjectNode) copy.at(place.head());
        var value = around.remove(name);
        switch (flaw) {
            case MISSPELT -> around.set(name + "_", value);
            case LEFT_OUT -> {}
            case OF_ANOTHER_KIND ->
                around.set(
                        name,
                        value.isObject()
                                ? MAKE.textNode("text")
                                : MAKE.objectNode().put("made", "up"));
            case MADE_UP -> around.set(name, value.isNumber() ? MAKE.numberNode(4_711) : MAKE.textNode("made up"));
        }
        return copy;
    }
}
