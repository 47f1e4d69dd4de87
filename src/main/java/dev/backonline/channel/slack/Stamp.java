package dev.backonline.channel.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a message stands. Slack calls it by the time at which it was made, and its thread by that of the thread's first message: a reply
 * to a reply has to name the first one too, so that the id which we keep tells both.
 */
record Stamp(String own, Optional<String> thread) {
    private static final Pattern TIME = Pattern.compile("\\d{1,11}\\.\\d{1,9}");

    /** As it was kept. */
    static Stamp of(Posted posted) {
        var parts = posted.id().split(" ", 2);
        return new Stamp(parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
    }

    /** As Slack lists it: the first message of a thread has its own time for its thread's. */
    static Optional<Stamp> of(JsonNode message) {
        var own = message.path("ts").asText();
        var thread = Optional.of(message.path("thread_ts").asText())
                .filter(time -> TIME.matcher(time).matches() && !time.equals(own));
        return Optional.of(new Stamp(own, thread))
                .filter(stamp -> TIME.matcher(own).matches());
    }

    String root() {
        return thread.orElse(own);
    }

    Posted posted() {
        return new Posted(thread.map(root -> own + " " + root).orElse(own), Optional.empty());
    }

    /** Whole seconds. */
    Instant at() {
        return Instant.ofEpochSecond(Long.parseLong(own.substring(0, own.indexOf('.'))));
    }
}
