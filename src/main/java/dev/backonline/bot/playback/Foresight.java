package dev.backonline.bot.playback;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds when something will be decided if nothing happens before, by asking the engine itself: what is due stays due, so the first
 * moment can be searched for. To the millisecond; no time that the engine goes by is known here, but what was found before is
 * remembered, and how long it took: that is where it is worth looking first.
 */
final class Foresight {
    private static final Duration FIRST_STEP = Duration.ofSeconds(1);
    /** Ours: more than an engine goes by, and few enough to look at. */
    private static final int REMEMBERED = 12;

    private final Deque<Duration> waits = new ArrayDeque<>();
    private final Deque<Instant> moments = new ArrayDeque<>();

    /** The first moment after {@code now}, when it is not due, and until {@code end}. */
    Optional<Instant> first(Predicate<Instant> isDue, Instant now, Instant end) {
        var last = moments.peekFirst();
        if (last != null && last.isAfter(now) && !last.isAfter(end) && isFirst(isDue, last)) {
            return Optional.of(last);
        }
        if (!isDue.test(end)) {
            return Optional.empty();
        }
        var found = search(isDue, now, end);
        remember(waits, Duration.between(now, found));
        remember(moments, found);
        return Optional.of(found);
    }

    private static boolean isFirst(Predicate<Instant> isDue, Instant moment) {
        return isDue.test(moment) && !isDue.test(moment.minusMillis(1));
    }

    private Instant search(Predicate<Instant> isDue, Instant now, Instant end) {
        var guesses = guesses(now, end);
        var low = -1;
        var high = guesses.size();
        while (high - low > 1) {
            var middle = (low + high) / 2;
            if (isDue.test(guesses.get(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        var before = low < 0 ? now : guesses.get(low);
        if (high == guesses.size()) {
            return searched(isDue, before, end);
        }
        var guess = guesses.get(high);
        return isFirst(isDue, guess) ? guess : searched(isDue, before, guess.minusMillis(1));
    }

    /** The earliest first; whole milliseconds, as all that is found. */
    private List<Instant> guesses(Instant now, Instant end) {
        return Stream.concat(
                        moments.stream(),
                        waits.stream().map(wait -> now.plus(wait).truncatedTo(ChronoUnit.MILLIS)))
                .filter(guess -> guess.isAfter(now) && guess.isBefore(end))
                .distinct()
                .sorted()
                .toList();
    }

    private static <T> void remember(Deque<T> known, T found) {
        known.remove(found);
        known.addFirst(found);
        if (known.size() > REMEMBERED) {
            known.removeLast();
        }
    }

    /** Not due at the first, due at the second: in steps that grow, since it is more often soon than late. */
    private static Instant searched(Predicate<Instant> isDue, Instant now, Instant end) {
        var before = now;
        var step = FIRST_STEP;
        var probe = earlier(now.plus(step), end);
        while (probe.isBefore(end) && !isDue.test(probe)) {
            before = probe;
            step = step.multipliedBy(2);
            probe = earlier(probe.plus(step), end);
        }
        return between(isDue, before, probe);
    }

    private static Instant between(Predicate<Instant> isDue, Instant before, Instant due) {
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
