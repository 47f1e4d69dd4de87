package dev.backonline.channel;

import dev.backonline.outbox.Frozen;
import java.time.Instant;
import java.util.Optional;

/**
 * Carries posts to one account, room or hook on one network. {@link #prepare} is pure; the others block (virtual thread), make one
 * network attempt, and never throw: what may fail outside is a value. The engine owns every repeat.
 */
public interface Channel {
    /** The exact body to send. Authentication, time stamps and signatures of the envelope do not belong to it. */
    String prepare(Post post);

    /** Exactly one attempt. */
    Outcome send(Frozen frozen, Instant now);

    /** The id of the newest own post: what is older cannot be the one looked for. Only asked where posts are looked up. */
    default Sighting newest() {
        return new Sighting.Nothing();
    }

    /** Looks for a post that may have been made. Only asked where posts can be looked up. */
    default Sighting lookUp(Frozen frozen, Claimed claimed) {
        return new Sighting.Unavailable("this network cannot be looked up", Optional.empty());
    }

    /** Which ids at the network are known to belong to other deliveries. */
    @FunctionalInterface
    interface Claimed {
        boolean byAnother(String id);
    }
}
