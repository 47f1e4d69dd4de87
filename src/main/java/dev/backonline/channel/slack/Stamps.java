package dev.backonline.channel.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.api.ThreadId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Slack calls messages: the times at which they were made. */
final class Stamps {
    private static final Pattern TIME = Pattern.compile("\\d{1,11}\\.\\d{1,9}");

    private Stamps() {}

    /** As Slack lists it: the first message of a thread has its own time for its thread's. */
    static Optional<ThreadId> of(JsonNode message) {
        var own = message.path("ts").asText();
        var thread = Optional.of(message.path("thread_ts").asText())
                .filter(time -> TIME.matcher(time).matches() && !time.equals(own));
        return Optional.of(new ThreadId(own, thread))
                .filter(_ -> TIME.matcher(own).matches());
    }

    /** Whole seconds. */
    static Instant at(ThreadId stamp) {
        return Instant.ofEpochSecond(
                Long.parseLong(stamp.own().substring(0, stamp.own().indexOf('.'))));
    }
}
