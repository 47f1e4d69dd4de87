package dev.backonline.bench;

import dev.backonline.bot.pace.Pacer;
import dev.backonline.check.CheckId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** How late questions began, in steps of a tenth of a millisecond, and how many were skipped. */
final class Lateness implements Pacer.Listener {
    private static final int STEP_NANOS = 100_000;
    private static final int STEPS = 100_000;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS);
    private final AtomicLong worst = new AtomicLong();
    private final LongAdder skipped = new LongAdder();

    @Override
    public void began(CheckId check, long lateNanos) {
        counts.incrementAndGet(Math.clamp(lateNanos / STEP_NANOS, 0, STEPS - 1));
        worst.accumulateAndGet(lateNanos, Math::max);
    }

    @Override
    public void skipped(CheckId check, long slots) {
        skipped.add(slots);
    }

    long count() {
        var sum = 0L;
        for (var step = 0; step < STEPS; step++) {
            sum += counts.get(step);
        }
        return sum;
    }

    long skipped() {
        return skipped.sum();
    }

    double worstMillis() {
        return worst.get() / 1e6;
    }

    /** The upper end of the step in which this share of the questions had begun. */
    double millis(double share) {
        var wanted = (long) Math.ceil(count() * share);
        var step = 0;
        for (var seen = counts.get(0); seen < wanted && step < STEPS - 1; seen += counts.get(step)) {
            step++;
        }
        return (step + 1) * (STEP_NANOS / 1e6);
    }
}
