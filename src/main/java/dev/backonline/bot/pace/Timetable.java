package dev.backonline.bot.pace;

import dev.backonline.check.CheckId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/** Which checks are due when; spread over their intervals, never two of one check at once. Times are nanoseconds since it began. */
final class Timetable {
    /** Ours: the first questions go out one by one, so fast; three checks know all within moments, ten thousand are no stampede. */
    private static final long FIRST_ONES_APART = Duration.ofMillis(1).toNanos();

    private final PriorityQueue<Beat> beats = new PriorityQueue<>(Comparator.comparingLong(Beat::slot));
    private final Map<CheckId, Beat> known = new HashMap<>();
    private long nextFirst;

    /** A check that is known with this interval keeps its pace, and is asked this from its next slot on. */
    synchronized void add(CheckId check, Duration every, Runnable question, long now) {
        if (every.toNanos() < 1) {
            throw new IllegalArgumentException(
                    "check '%s' should have an interval longer than nothing".formatted(check));
        }
        var before = known.get(check);
        if (before != null && before.isEvery(every)) {
            before.turnTo(question);
            return;
        }
        remove(check);
        var first = Math.max(now, nextFirst);
        nextFirst = first + FIRST_ONES_APART;
        var beat = new Beat(check, every, question, now, first - now);
        known.put(check, beat);
        beats.add(beat);
    }

    /** Takes a check off; a question that is being asked goes on. */
    synchronized void remove(CheckId check) {
        Optional.ofNullable(known.remove(check)).ifPresent(beats::remove);
    }

    /** Takes all others off. */
    synchronized void retain(Set<CheckId> checks) {
        known.keySet().retainAll(checks);
        beats.removeIf(beat -> !checks.contains(beat.check()));
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
