package dev.backonline.bot.reception;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The time that was spent listening: it goes on as long as somebody looks at it several times a second, and stands still while the
 * process or its machine sleeps. What could not be heard was not missed.
 */
final class Listening {
    /** Ours: a machine that is merely busy looks more often. */
    private static final Duration ASLEEP = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private final ReentrantLock looking = new ReentrantLock();
    private long last;
    private Duration spent = Duration.ZERO;

    Listening(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    LongSupplier nanos() {
        return nanos;
    }

    Duration time() {
        looking.lock();
        try {
            var now = nanos.getAsLong();
            var passed = Duration.ofNanos(now - last);
            spent = passed.compareTo(ASLEEP) > 0 ? spent : spent.plus(passed);
            last = now;
            return spent;
        } finally {
            looking.unlock();
        }
    }
}
