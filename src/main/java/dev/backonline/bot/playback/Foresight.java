package dev.backonline.bot.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds when something will be decided if nothing happens before, by asking the engine itself: what is due stays due, so the first
 * moment can be searched for. To the millisecond; no time that the engine goes by is known here.
 */
record Foresight(Predicate<Instant> isDue) {
    private static final Duration FIRST_STEP = Duration.ofSeconds(1);

    /** The same, where it may well be the one that was found the last time. */
    Optional<Instant> first(Instant now, Instant end, Instant guess) {
        var fits = guess.isAfter(now) && !guess.isAfter(end) && isDue.test(guess) && !isDue.test(guess.minusMillis(1));
        return fits ? Optional.of(guess) : first(now, end);
    }

    /** The first moment after {@code now} and until {@code end}. */
    Optional<Instant> first(Instant now, Instant end) {
        if (!isDue.test(end)) {
            return Optional.empty();
        }
        var before = now;
        var step = FIRST_STEP;
        var probe = earlier(now.plus(step), end);
        while (!isDue.test(probe)) {
            before = probe;
            step = step.multipliedBy(2);
            probe = earlier(probe.plus(step), end);
        }
        return Optional.of(between(before, probe));
    }

    /** Not due at the first, due at the second. */
    private Instant between(Instant before, Instant due) {
        var low = before.toEpochMilli();
        var high = due.toEpochMilli();
        while (high - low > 1) {
            var middle = low + (high - low) / 2;
            if (isDue.test(Instant.ofEpochMilli(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Instant.ofEpochMilli(high);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
