package dev.backonline.bot.operation;

import dev.backonline.outbox.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Does one job again and again on a thread of its own: at once when it is rung for, else after the rest that the job asks for.
 * Whatever goes wrong in it is said, and it goes on.
 */
public final class Shift implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Shift.class);
    /** Ours: after a failure, so that a database that is away is asked again soon and not all the time. */
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Supplier<Duration> job;
    private final LongSupplier nanos;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean closing;
    private volatile long lastRound;

    /** {@code job} gives how long there is nothing more to do: zero if there may be more at once. */
    public Shift(String name, Supplier<Duration> job, LongSupplier nanos) {
        this.name = name;
        this.job = job;
        this.nanos = nanos;
        this.lastRound = nanos.getAsLong();
    }

    public Shift open() {
        Thread.ofVirtual().name(name).start(this::run);
        return this;
    }

    /** There is something to do. */
    public void ring() {
        bell.release();
    }

    /** How long ago the last round ended. */
    Duration silence() {
        return Duration.ofNanos(nanos.getAsLong() - lastRound);
    }

    /** No new round is begun. */
    @Override
    public void close() {
        closing = true;
        ring();
    }

    private void run() {
        while (!closing) {
            var pause = round();
            lastRound = nanos.getAsLong();
            await(pause);
        }
    }

    private Duration round() {
        try {
            return job.get();
        } catch (StoreUnavailable unavailable) {
            LOG.errorf("The database is away, trying again job=%s reason=\"%s\"", name, unavailable.getMessage());
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "A bug of ours was met, going on job=%s", name);
        }
        return REST_AFTER_FAILURE;
    }

    private void await(Duration pause) {
        try {
            if (bell.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }
}
