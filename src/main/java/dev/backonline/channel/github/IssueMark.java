package dev.backonline.channel.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.Optional;

/** What tells our texts apart, in a comment of HTML that nobody sees, and how an issue and its comments are remembered. */
record IssueMark(String key) {
    /** Behind a text. Keys of ours hold nothing that would end the comment; others, of tests, don't either. */
    String behind(String text) {
        return "%s\n\n%s".formatted(text, mark());
    }

    boolean isIn(JsonNode made) {
        return made.path("body").asText().contains(mark());
    }

    private String mark() {
        return "<!-- backonline %s -->".formatted(key.replaceAll("[^A-Za-z0-9-]", ""));
    }

    /** An issue is known by its number; a comment by its id, with the number of its issue behind it. */
    static Optional<Posted> posted(JsonNode made, Optional<String> issue) {
        var id = made.path(issue.isPresent() ? "id" : "number").asText();
        return id.matches("\\d+")
                ? Optional.of(new Posted(
                        id + issue.map(" "::concat).orElse(""),
                        link(made.path("html_url").asText())))
                : Optional.empty();
    }

    /** The number of the issue that a post belongs to. */
    static String issue(Posted posted) {
        return posted.id().replaceFirst(".* ", "");
    }

    private static Optional<URI> link(String text) {
        return text.matches("https://[!-~]+") && !text.matches(".*[\\\\^`{|}<>\"].*")
                ? Optional.of(URI.create(text))
                : Optional.empty();
    }
}
