package dev.backonline.bot.pace;

import dev.backonline.outbox.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
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
    private final Semaphore end = new Semaphore(0);
    private volatile Optional<Thread> thread = Optional.empty();
    private volatile boolean resting;
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
        thread = Optional.of(Thread.ofVirtual().name(name).start(this::run));
        return this;
    }

    /** On a thread of its own, for a job that computes for long: it would keep the few that carry the checks from them. */
    public Shift openApart() {
        thread = Optional.of(Thread.ofPlatform().name(name).daemon().start(this::run));
        return this;
    }

    /** Works at most half of the time, however often it is rung: for what is big, and costs the same for every small change. */
    public Shift resting() {
        resting = true;
        return this;
    }

    /** There is something to do. */
    public void ring() {
        bell.release();
    }

    /** How long ago the last round ended. */
    public Duration silence() {
        return Duration.ofNanos(nanos.getAsLong() - lastRound);
    }

    /** No new round is begun. */
    @Override
    public void close() {
        closing = true;
        end.release();
        ring();
    }

    /** The same, and waits for the end of the round that is under way, but no longer than this. Gives whether it has ended. */
    public boolean end(Duration atMost) {
        close();
        try {
            return thread.isEmpty() || thread.get().join(atMost);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        while (!closing) {
            var began = nanos.getAsLong();
            var pause = round();
            lastRound = nanos.getAsLong();
            if (resting) {
                await(end, lastRound - began);
            }
            if (await(bell, pause.toNanos())) {
                bell.drainPermits();
            }
        }
    }

    private Duration round() {
        try {
            return job.get();
        } catch (StoreUnavailable unavailable) {
            LOG.errorf("The database is away, trying again job=%s reason=\"%s\"", name, unavailable.getMessage());
        } catch (RuntimeException | Error bug) {
            LOG.errorf(bug, "A bug of ours was met, going on job=%s", name);
        }
        return REST_AFTER_FAILURE;
    }

    private boolean await(Semaphore sign, long atMost) {
        try {
            return sign.tryAcquire(atMost, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closing = true;
            return false;
        }
    }
}
