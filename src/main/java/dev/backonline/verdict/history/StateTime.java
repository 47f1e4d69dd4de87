package dev.backonline.verdict.history;

import dev.backonline.catalog.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    StateTime times(int count) {
        return new StateTime(
                up.multipliedBy(count),
                degraded.multipliedBy(count),
                partial.multipliedBy(count),
                major.multipliedBy(count),
                maintenance.multipliedBy(count),
                unknown.multipliedBy(count));
    }

    /** The whole span. */
    public Duration span() {
        return known().plus(unknown);
    }

    /** All but the unknown. */
    public Duration known() {
        return working().plus(down()).plus(maintenance);
    }

    /** The same known time within this span; what is left of it is unknown. */
    public StateTime within(Duration span) {
        var left = span.minus(known());
        var rest = left.isNegative() ? Duration.ZERO : left;
        return rest.equals(unknown) ? this : new StateTime(up, degraded, partial, major, maintenance, rest);
    }

    /**
     * What two who watched the same span know together. They may have taken turns, or both watched all of it: if together they know of
     * more time than there was, who knows more is right alone.
     */
    StateTime beside(StateTime other, Duration span) {
        if (known().plus(other.known()).compareTo(span) <= 0) {
            return plus(other).within(span);
        }
        return other.known().compareTo(known()) > 0 ? other : this;
    }

    /** A time all of which was in one state; empty: unknown. */
    static StateTime of(Optional<ServiceState> state, Duration span) {
        var zero = Duration.ZERO;
        if (state.isEmpty()) {
            return unknown(span);
        }
        return switch (state.get()) {
            case OPERATIONAL -> new StateTime(span, zero, zero, zero, zero, zero);
            case DEGRADED_PERFORMANCE -> new StateTime(zero, span, zero, zero, zero, zero);
            case PARTIAL_OUTAGE -> new StateTime(zero, zero, span, zero, zero, zero);
            case MAJOR_OUTAGE -> new StateTime(zero, zero, zero, span, zero, zero);
            case UNDER_MAINTENANCE -> new StateTime(zero, zero, zero, zero, span, zero);
        };
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
