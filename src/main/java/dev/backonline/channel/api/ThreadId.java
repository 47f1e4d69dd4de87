package dev.backonline.channel.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.outbox.Posted;
import java.util.Optional;

/**
 * The id of a post where each reply has to name the first post of its thread, even a reply to a reply: so that is kept behind the
 * post's own id, with a space between them that neither has.
 */
public record ThreadId(String own, Optional<String> thread) {
    /** As it was kept. */
    public static ThreadId of(Posted posted) {
        var parts = posted.id().split(" ", 2);
        return new ThreadId(parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
    }

    /** As a network lists it, all of whose ids have this form; the first post of a thread may have its own id for its thread's. */
    public static Optional<ThreadId> read(JsonNode own, JsonNode thread, String form) {
        var other = Optional.of(thread.asText()).filter(id -> id.matches(form) && !id.equals(own.asText()));
        return Optional.of(new ThreadId(own.asText(), other))
                .filter(id -> id.own().matches(form));
    }

    /** The first post of the thread that a reply to this goes to. */
    public static Optional<String> root(Optional<Posted> parent) {
        return parent.map(posted -> of(posted).root());
    }

    /** What a reply names: a post that is no reply began its thread itself. */
    public String root() {
        return thread.orElse(own);
    }

    /** As it is kept. */
    public Posted posted() {
        return new Posted(thread.map(root -> "%s %s".formatted(own, root)).orElse(own), Optional.empty());
    }
}
