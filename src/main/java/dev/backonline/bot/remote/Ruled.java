package dev.backonline.bot.remote;

import com.fasterxml.jackson.databind.JsonNode;

/** Says what came of a command, as a person reads it. */
final class Ruled {
    private Ruled() {}

    /** The notes of an answer, below what was done. */
    static String said(String done, JsonNode body) {
        var lines = new StringBuilder(done);
        body.path("notes")
                .forEach(note ->
                        lines.append(System.lineSeparator()).append("  ").append(note.asText()));
        return lines.toString();
    }
}
