package dev.backonline.outbox;

import dev.backonline.message.Saying;
import java.time.Instant;
import java.util.Optional;

/**
 * What is sent, to the byte, committed before the socket is written: a repeat sends the same. {@code key} is the idempotency key or
 * the id that we chose, {@code text} the plain text to look for, {@code newest} the newest own post before the first attempt.
 * {@code doubted}: an attempt with it may have created something, so that it can no longer be replaced by something prepared anew.
 * {@code edit}: it creates nothing, but takes the place of what its parent said.
 */
public record Frozen(
        Saying saying,
        String key,
        String body,
        String text,
        Instant at,
        Optional<Posted> parent,
        Optional<String> newest,
        boolean doubted,
        boolean edit) {
    /** A post of its own. */
    public Frozen(
            Saying saying,
            String key,
            String body,
            String text,
            Instant at,
            Optional<Posted> parent,
            Optional<String> newest,
            boolean doubted) {
        this(saying, key, body, text, at, parent, newest, doubted, false);
    }

    /** What an edit puts its text in the place of. */
    public Posted edited() {
        return parent.filter(_ -> edit)
                .orElseThrow(() -> new IllegalStateException("'%s' edits nothing".formatted(key)));
    }

    Frozen inDoubt() {
        return new Frozen(saying, key, body, text, at, parent, newest, true, edit);
    }
}
