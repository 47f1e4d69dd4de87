package dev.backonline.bot.pace;

import dev.backonline.check.CheckId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** Which checks are due when; spread over their intervals, never two of one check at once. Times are nanoseconds since it began. */
final class Timetable {
    /** Ours: the first questions go out one by one, so fast; three checks know all within moments, ten thousand are no stampede. */
    private static final long FIRST_ONES_APART = Duration.ofMillis(1).toNanos();

    private final PriorityQueue<Beat> beats = new PriorityQueue<>(Comparator.comparingLong(Beat::slot));
    private long nextFirst;

    synchronized void add(CheckId check, Duration every, Runnable question, long now) {
        if (every.toNanos() < 1) {
            throw new IllegalArgumentException(
                    "check '%s' should have an interval longer than nothing".formatted(check));
        }
        var first = Math.max(now, nextFirst);
        nextFirst = first + FIRST_ONES_APART;
        beats.add(new Beat(check, every, question, now, first - now));
    }

    /** Takes a check off; a question that is being asked goes on. */
    synchronized void remove(CheckId check) {
        beats.removeIf(beat -> beat.check().equals(check));
    }

    /** What becomes of all slots until now, in the order of time. */
    synchronized List<Beat.Turn> turns(long now) {
        var turns = new ArrayList<Beat.Turn>();
        for (var beat = beats.peek(); beat != null && beat.slot() <= now; beat = beats.peek()) {
            beats.remove();
            turns.add(beat.take(now));
            beats.add(beat);
        }
        return turns;
    }

    /** When the next check is due. */
    synchronized OptionalLong next() {
        var beat = beats.peek();
        return beat == null ? OptionalLong.empty() : OptionalLong.of(beat.slot());
    }
}
