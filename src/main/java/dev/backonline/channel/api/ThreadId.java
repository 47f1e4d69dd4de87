package dev.backonline.channel.api;

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

    /** What a reply names: a post that is no reply began its thread itself. */
    public String root() {
        return thread.orElse(own);
    }

    /** As it is kept. */
    public Posted posted() {
        return new Posted(thread.map(root -> "%s %s".formatted(own, root)).orElse(own), Optional.empty());
    }
}
