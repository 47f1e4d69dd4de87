package dev.backonline.bot.pace;

import dev.backonline.check.CheckId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Asks every check at its own interval, each on a virtual thread, on monotonic time: one thread of its own looks after a
 * {@link Timetable} (see docs/decisions/0003-check-timing.md).
 */
public final class Pacer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Pacer.class);

    /** Measured (decision 3): to wake up more often costs more than all the rest of the timing, and nobody notices milliseconds. */
    public static final Duration GRAIN = Duration.ofMillis(20);

    /** Ours: so often is a sign of life given even if nothing is due. */
    private static final long IDLE_AT_MOST = Duration.ofMillis(500).toNanos();

    private final Timetable timetable = new Timetable();
    private final ExecutorService questions = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("check-", 0).factory());
    private final Thread thread = Thread.ofPlatform().name("pacer").daemon().unstarted(this::keepPace);
    private final AtomicLong ticked = new AtomicLong();
    private final LongSupplier clock;
    private final long grain;
    private final Listener listener;
    private final long began;
    private volatile boolean closed;

    /** Is told how the pace is kept; on many threads, and should be quick. */
    public interface Listener {
        /** A check begins to be asked, so late after its slot. */
        void began(CheckId check, long lateNanos);

        /** So many slots of a check passed without a question: it was still being asked, or there was no time to. */
        void skipped(CheckId check, long slots);
    }

    /** {@code clock} gives monotonic nanoseconds; slots are taken together that lie within one {@code grain}. */
    public Pacer(LongSupplier clock, Duration grain, Listener listener) {
        this.clock = clock;
        this.grain = grain.toNanos();
        this.listener = listener;
        this.began = clock.getAsLong();
        thread.start();
    }

    /** Asks from now on, the first time within moments, until the check is stopped; one that is asked so often already keeps its pace. */
    public void start(CheckId check, Duration every, Runnable question) {
        timetable.add(check, every, question, now());
        LockSupport.unpark(thread);
    }

    /** Asks no more; a question that is being asked goes on. */
    public void stop(CheckId check) {
        timetable.remove(check);
    }

    /** Asks none but these any more. */
    public void retain(Set<CheckId> checks) {
        timetable.retain(checks);
    }

    /** How long ago the last sign of life was; seconds mean that the machine is starved or the thread is dead. */
    public Duration silence() {
        return Duration.ofNanos(now() - ticked.get());
    }

    private void keepPace() {
        while (!closed) {
            var now = now();
            ticked.set(now);
            timetable.turns(now).forEach(this::turn);
            LockSupport.parkNanos(this, rest());
        }
    }

    private void turn(Beat.Turn turn) {
        if (turn.skipped() > 0) {
            listener.skipped(turn.beat().check(), turn.skipped());
        }
        if (turn.begins()) {
            begin(turn);
        }
    }

    private void begin(Beat.Turn turn) {
        try {
            questions.execute(() -> ask(turn));
        } catch (RejectedExecutionException _) {
            // It was closed at this very moment.
        }
    }

    private void ask(Beat.Turn turn) {
        try {
            listener.began(turn.beat().check(), now() - turn.slot());
            turn.beat().ask();
        } catch (RuntimeException bug) {
            LOG.errorf(
                    bug,
                    "Check should never throw, asking again at its next slot check=%s",
                    turn.beat().check());
        } finally {
            turn.beat().end();
        }
    }

    /** Until the end of the grain in which the next slot lies. */
    private long rest() {
        var now = now();
        var next = Math.min(timetable.next().orElse(Long.MAX_VALUE), now + IDLE_AT_MOST);
        return Math.ceilDiv(next, grain) * grain - now;
    }

    private long now() {
        return clock.getAsLong() - began;
    }

    /** Interrupts what is being asked, and waits for its end. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        questions.shutdownNow();
        questions.close();
    }
}
