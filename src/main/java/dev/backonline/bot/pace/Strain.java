package dev.backonline.bot.pace;

import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Notices when this machine is too busy to tell how others are: checks begin late, or their time-outs are noticed late. What then
 * says no more than that time has passed is not held against a service. Times are monotonic nanoseconds; safe for several threads.
 */
public final class Strain implements Pacer.Listener {
    private static final Logger LOG = Logger.getLogger(Strain.class);

    /** Ours: ten times what a quiet machine with ten thousand checks shows. */
    static final Duration LATE = Duration.ofMillis(250);
    /** Ours: it is said again as long as it lasts, but not with every check. */
    private static final long SAID_EVERY = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final Pacer.Listener next;
    private final AtomicLong last;
    private final AtomicLong said;

    /** {@code next} hears what this one hears. */
    public Strain(LongSupplier nanos, Pacer.Listener next) {
        this.nanos = nanos;
        this.next = next;
        var never = nanos.getAsLong() - 2 * SAID_EVERY;
        this.last = new AtomicLong(never);
        this.said = new AtomicLong(never);
    }

    @Override
    public void began(CheckId check, long lateNanos) {
        late(lateNanos);
        next.began(check, lateNanos);
    }

    @Override
    public void skipped(CheckId check, long slots) {
        next.skipped(check, slots);
    }

    private void late(long lateNanos) {
        if (lateNanos <= LATE.toNanos()) {
            return;
        }
        var now = nanos.getAsLong();
        last.accumulateAndGet(now, (one, other) -> one - other > 0 ? one : other);
        var before = said.get();
        if (now - before > SAID_EVERY && said.compareAndSet(before, now)) {
            LOG.warnf(
                    "This machine is too busy: while checks are late, time-outs and slow answers count for nothing lateMillis=%d",
                    lateNanos / 1_000_000);
        }
    }

    /** What an answer is worth that was asked for and came at these times, with so much time to come. */
    public Answer worth(Answer answer, Duration timeout, long asked, long came) {
        late(came - asked - timeout.toNanos());
        var strained = last.get() - (asked - LATE.toNanos()) >= 0;
        return switch (answer) {
            case Answer.Slow(var reason) when strained -> busy(reason);
            case Answer.Down(var _, var reason) when strained && came - asked >= timeout.toNanos() -> busy(reason);
            default -> answer;
        };
    }

    private static Answer busy(String reason) {
        return new Answer.Inconclusive("this machine was too busy to tell; " + reason);
    }
}
