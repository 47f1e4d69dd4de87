package dev.backonline.bot.alarm;

import dev.backonline.incident.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Remembers for how long the database was away: of that nobody can be told before it is back. Used by one thread. */
public final class Blackout {
    /** Ours: a shorter one delays a post no more than a busy network does. */
    private static final Duration LONG = Duration.ofMinutes(1);
    /** Ours: for so long afterwards operators are told. */
    private static final Duration TOLD_FOR = Duration.ofMinutes(10);

    private Optional<Instant> since = Optional.empty();
    private Optional<Alarm.Cutoff> last = Optional.empty();

    /** It could not be reached just now. */
    public void noticed(Instant now) {
        since = since.or(() -> Optional.of(now));
    }

    /** It was reached just now; gives what is to be told of its last absence. */
    public Optional<Alarm> over(Instant now) {
        since.filter(begin -> begin.plus(LONG).isBefore(now))
                .ifPresent(begin -> last = Optional.of(new Alarm.Cutoff(begin, now)));
        since = Optional.empty();
        last = last.filter(one -> one.until().plus(TOLD_FOR).isAfter(now));
        return last.map(one -> one);
    }
}
