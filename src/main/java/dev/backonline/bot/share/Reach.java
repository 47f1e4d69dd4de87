package dev.backonline.bot.share;

import dev.backonline.store.share.Roster.Tenure;
import java.time.Duration;
import java.util.Optional;

/**
 * How long the database has been reached without a break. Right after it was away the leases of all have run out, since nobody could
 * renew; so what they held is not free yet, and what they saw meanwhile is not said yet. Used by one thread.
 */
final class Reach {
    private final String me;
    private final Duration lease;
    private Optional<Long> last = Optional.empty();
    private Optional<Long> regained = Optional.empty();

    Reach(String me, Duration lease) {
        this.me = me;
        this.lease = lease;
    }

    /** It was reached at this time, in monotonic nanoseconds. */
    void made(long now) {
        if (last.filter(it -> now - it >= lease.toNanos()).isPresent()) {
            regained = Optional.of(now);
        }
        last = Optional.of(now);
    }

    /** Whether everybody has had the time to come back. */
    boolean isTrusted(long now) {
        return regained.map(it -> now - it >= lease.toNanos()).orElse(true);
    }

    boolean isMine(Tenure tenure) {
        return tenure.owner().equals(me);
    }

    /** Whether it may be taken. */
    boolean isFree(Tenure tenure, long now) {
        return tenure.isFree() || (tenure.isOver() && !isMine(tenure) && isTrusted(now));
    }
}
