package dev.backonline.bot.share;

import dev.backonline.store.share.Roster;
import dev.backonline.store.share.ShareBook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * The judge's, of which there is one: whoever has it decides. By our own monotonic clock it is left before the lease ends, whether or
 * not the database can be reached; and what is decided all the same is refused there (see {@code Store.judging}).
 */
final class Seat {
    private static final Logger LOG = Logger.getLogger(Seat.class);
    /** Ours: so long before the lease ends. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final ShareBook book;
    private final Reach reach;
    private final LongSupplier nanos;
    private volatile Optional<Long> until = Optional.empty();

    Seat(ShareBook book, Reach reach, LongSupplier nanos) {
        this.book = book;
        this.reach = reach;
        this.nanos = nanos;
    }

    /** At any time, by any thread. */
    boolean isOurs() {
        return until.filter(end -> nanos.getAsLong() - end < 0).isPresent();
    }

    /** Takes it if nobody has it, and leaves it to others while our own side fails; {@code asked}: when it was surely not renewed yet. */
    void look(Roster roster, long asked) {
        var seat = roster.tenures().stream()
                .filter(one -> one.name().equals(ShareBook.JUDGE))
                .findFirst();
        var able = roster.able(_ -> true).contains(book.owner());
        var mine = seat.filter(reach::isMine).isPresent();
        if (mine && !able) {
            leave();
            book.release(List.of(ShareBook.JUDGE));
        } else if (!mine && able && seat.map(one -> reach.isFree(one, asked)).orElse(true)) {
            var claimed = nanos.getAsLong();
            sit(!book.claim(List.of(ShareBook.JUDGE)).isEmpty(), claimed);
        } else {
            sit(mine && reach.isTrusted(asked), asked);
        }
    }

    private void sit(boolean ours, long since) {
        if (!ours) {
            leave();
            return;
        }
        if (until.isEmpty()) {
            LOG.info("This process decides from now on");
        }
        until = Optional.of(since + book.lease().minus(MARGIN).toNanos());
    }

    /** Until it is renewed. */
    void leave() {
        if (until.isPresent()) {
            LOG.info("This process decides no more");
        }
        until = Optional.empty();
    }
}
