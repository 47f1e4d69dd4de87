package dev.backonline.verdict.history;

import dev.backonline.verdict.history.Bucket.Heard;
import dev.backonline.verdict.history.OutcomeChange.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/** What one check was answered since it was last asked for. A note costs some tens of nanoseconds. Safe for several threads. */
final class Notebook {
    /** Ours: no network answers faster, so that what did was no question over one (such as whether a heartbeat came). */
    private static final Duration NO_NETWORK = Duration.ofNanos(50_000);

    private static final int FEW = 8;

    private long up;
    private long slow;
    private long down;
    private long inconclusive;
    private byte[] times = new byte[FEW];
    private int timed;
    private Optional<Kind> last = Optional.empty();

    /** Whether the answer was of another kind than the last one. */
    synchronized boolean note(Kind kind, Duration took) {
        switch (kind) {
            case UP -> up++;
            case SLOW -> slow++;
            case DOWN -> down++;
            case INCONCLUSIVE -> inconclusive++;
        }
        if ((kind == Kind.UP || kind == Kind.SLOW) && took.compareTo(NO_NETWORK) >= 0) {
            note(Latencies.classOf(took));
        }
        if (last.isPresent() && last.get() == kind) {
            return false;
        }
        last = Optional.of(kind);
        return true;
    }

    private void note(int timeClass) {
        if (timed == times.length) {
            times = Arrays.copyOf(times, 2 * timed);
        }
        times[timed++] = (byte) timeClass;
    }

    /** All of it since the last call. */
    synchronized Heard take() {
        var byClass = new TreeMap<Integer, Long>();
        for (int index = 0; index < timed; index++) {
            byClass.merge(Byte.toUnsignedInt(times[index]), 1L, Long::sum);
        }
        var heard = new Heard(up, slow, down, inconclusive, Latencies.of(byClass));
        up = 0;
        slow = 0;
        down = 0;
        inconclusive = 0;
        timed = 0;
        return heard;
    }
}
