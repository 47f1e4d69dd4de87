package dev.backonline.channel;

import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells whether a post that a network lists is the one that may have been made: newer than the newest of before, nobody else's, of the
 * same parent, of the same text as the network shows it, and (where ids tell no order) not older than the attempt. Pure but for asking
 * whose an id is.
 */
public record Match(Frozen frozen, Channel.Claimed claimed, Age age, Predicate<String> sameText) {
    /** DESIGN §5: how far a server's clock may be behind ours. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** How a network's ids tell which of two posts is the newer one. */
    @FunctionalInterface
    public interface Age {
        /** Whether the post is surely not newer than the landmark. */
        boolean isUpTo(String landmark, String id);
    }

    /** A post of ours as the network lists it; {@code at} empty where its time can't be read. */
    public record Listed(Posted posted, Optional<String> parent, String text, Optional<Instant> at) {}

    public boolean isIt(Listed listed) {
        var id = listed.posted().id();
        return frozen.newest().filter(newest -> age.isUpTo(newest, id)).isEmpty()
                && (isSurelyNewer(id) || isInTime(listed))
                && listed.parent().equals(frozen.parent().map(Posted::id))
                && sameText.test(listed.text())
                && !claimed.byAnother(id);
    }

    /** Where ids tell the order, no clock is asked: ours may have been wrong by hours, and the post would be made twice. */
    private boolean isSurelyNewer(String id) {
        return frozen.newest().filter(newest -> age.isUpTo(id, newest)).isPresent();
    }

    private boolean isInTime(Listed listed) {
        return listed.at()
                .filter(time -> time.isBefore(frozen.at().minus(TOLERANCE)))
                .isEmpty();
    }
}
