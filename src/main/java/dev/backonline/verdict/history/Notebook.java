package dev.backonline.verdict.history;

import dev.backonline.verdict.history.Bucket.Heard;
import dev.backonline.verdict.history.OutcomeChange.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.TreeMap;

/** What one check was answered since it was last asked for. A note costs some tens of nanoseconds. Safe for several threads. */
final class Notebook {
    /** Ours: no network answers faster, so that what did was no question over one (such as whether a heartbeat came). */
    private static final Duration NO_NETWORK = Duration.ofNanos(50_000);

    private static final int FEW = 8;

    private final int[] kinds = new int[Kind.values().length];
    private byte[] times = new byte[FEW];
    private int timed;
    private int last = -1;

    /** Whether the answer was of another kind than the last one. */
    synchronized boolean note(Kind kind, Duration took) {
        kinds[kind.ordinal()]++;
        if ((kind == Kind.UP || kind == Kind.SLOW) && took.compareTo(NO_NETWORK) >= 0) {
            if (timed == times.length) {
                times = Arrays.copyOf(times, 2 * timed);
            }
            times[timed++] = (byte) Times.classOf(took);
        }
        var changed = last != kind.ordinal();
        last = kind.ordinal();
        return changed;
    }

    /** All of it since the last call. */
    synchronized Heard take() {
        var byClass = new TreeMap<Integer, Long>();
        for (int index = 0; index < timed; index++) {
            byClass.merge(Byte.toUnsignedInt(times[index]), 1L, Long::sum);
        }
        var heard = new Heard(
                kinds[Kind.UP.ordinal()],
                kinds[Kind.SLOW.ordinal()],
                kinds[Kind.DOWN.ordinal()],
                kinds[Kind.INCONCLUSIVE.ordinal()],
                Times.of(byClass));
        Arrays.fill(kinds, 0);
        timed = 0;
        return heard;
    }
}
