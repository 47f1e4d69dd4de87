package dev.backonline.operator;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** Lets so many pass at once, and one more each time that {@code every} has passed. */
public final class Throttle {
    private final int burst;
    private final long every;
    private final LongSupplier nanos;
    private final ReentrantLock counting = new ReentrantLock();
    private long free;

    /** {@code nanos} gives monotonic nanoseconds. */
    public Throttle(int burst, Duration every, LongSupplier nanos) {
        this.burst = burst;
        this.every = every.toNanos();
        this.nanos = nanos;
        this.free = nanos.getAsLong() - burst * this.every;
    }

    /** Whether one more may pass now. */
    public boolean passes() {
        counting.lock();
        try {
            var now = nanos.getAsLong();
            var begin = Math.max(free, now - burst * every);
            if (begin + every > now) {
                return false;
            }
            free = begin + every;
            return true;
        } finally {
            counting.unlock();
        }
    }
}
