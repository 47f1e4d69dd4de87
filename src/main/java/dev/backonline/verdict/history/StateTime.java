package dev.backonline.verdict.history;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * For how long a service was in each state within a span of time; together they are the whole span. {@code unknown} is the time of
 * which nothing is known: before the first observation, while the bot was not running, while too little was observed to say anything.
 */
public record StateTime(
        Duration up, Duration degraded, Duration partial, Duration major, Duration maintenance, Duration unknown) {
    public static final StateTime NONE =
            new StateTime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public StateTime {
        if (List.of(up, degraded, partial, major, maintenance, unknown).stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("the time in a state should not be negative");
        }
    }

    /** A span of which nothing is known. */
    public static StateTime unknown(Duration span) {
        return new StateTime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, span);
    }

    public StateTime plus(StateTime other) {
        return new StateTime(
                up.plus(other.up),
                degraded.plus(other.degraded),
                partial.plus(other.partial),
                major.plus(other.major),
                maintenance.plus(other.maintenance),
                unknown.plus(other.unknown));
    }

    /** The whole span. */
    public Duration span() {
        return working().plus(down()).plus(maintenance).plus(unknown);
    }

    /** Time that counts as working: a degraded service still does what it is asked, only slowly. */
    public Duration working() {
        return up.plus(degraded);
    }

    /** Time that counts as down: partial and major outages count in full, since nobody can say what share of users a partial one met. */
    public Duration down() {
        return partial.plus(major);
    }

    /**
     * The share of time in which it worked, from 0 to 1; unknown time and maintenance count neither way. Empty if there is no other.
     * It is exactly 1 only if it was never down, so whoever rounds it for people rounds down.
     */
    public OptionalDouble uptime() {
        var counted = working().plus(down());
        return counted.isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) working().toMillis() / counted.toMillis());
    }
}
