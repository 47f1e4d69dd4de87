package dev.backonline.operator.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/** What an operator is answered: a status of HTTP, and JSON. {@code gist}: the same in a few words, for the audit. */
record Said(int status, JsonNode body, String gist) {
    static Said done(JsonNode body, String gist) {
        return new Said(200, body, gist);
    }

    /** Something was only looked at. */
    static Said shown(JsonNode body) {
        return new Said(200, body, "");
    }

    static Said error(int status, String text) {
        return new Said(status, JsonNodeFactory.instance.objectNode().put("error", text), "refused: " + text);
    }

    /** Nobody can obey yet. */
    static Said tooEarly() {
        return error(503, "the bot has not started yet; try again in a moment");
    }

    /** What was sent is not well-formed. */
    static Said mistaken(IllegalArgumentException mistake) {
        return error(400, Optional.ofNullable(mistake.getMessage()).orElse("that is not well-formed"));
    }
}
