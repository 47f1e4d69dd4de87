package dev.backonline.channel;

import dev.backonline.outbox.Posted;
import java.time.Duration;
import java.util.Optional;

/** What a look at the network's own list of posts showed. */
public sealed interface Sighting {
    /** What the list showed, once it was read. */
    static Sighting of(Optional<Posted> posted) {
        return posted.<Sighting>map(Seen::new).orElseGet(Nothing::new);
    }

    /** It is there. */
    record Seen(Posted posted) implements Sighting {}

    /** The list was read, and it is not there. */
    record Nothing() implements Sighting {}

    /** The list could not be read, so nothing is known; to be tried again, after {@code pause} if the network asks for one. */
    record Unavailable(String reason, Optional<Duration> pause) implements Sighting {}
}
