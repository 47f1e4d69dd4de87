package dev.backonline.bot.pace;

import dev.backonline.check.CheckId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * When one check is asked: once in each interval, always at the same phase of it. Times are nanoseconds since the timetable began. Only
 * {@link #end} may be called from another thread than the one that takes the slots.
 */
final class Beat {
    /** Ours: a slot that is taken later than this is skipped; so a pause is followed by a second of work at most, not by all that it missed. */
    private static final long LATE_AT_MOST = Duration.ofSeconds(1).toNanos();
    /** Ours: a rare check may be later, since its next slot is far away; a tenth of all checks at once is no burst. */
    private static final int LATE_SHARE = 10;

    private final CheckId check;
    private volatile Runnable question;
    private final long every;
    private final long phase;
    private final AtomicBoolean asking = new AtomicBoolean();
    private long slot;

    /** The first slot is {@code delay} after {@code now}, or the first one in phase if that is sooner. */
    Beat(CheckId check, Duration every, Runnable question, long now, long delay) {
        this.check = check;
        this.question = question;
        this.every = every.toNanos();
        this.phase = Math.unsignedMultiplyHigh(mixed(check.value().hashCode()), this.every);
        this.slot = Math.min(now + delay, slotAfter(now));
    }

    /** The time of the next slot. */
    long slot() {
        return slot;
    }

    /** Uses up every slot until now, and begins to ask if one of them is not too old and the last question is answered. */
    Turn take(long now) {
        var passed = 1 + (now - slot) / every;
        var newest = slot + (passed - 1) * every;
        var begins = now - newest <= Math.max(LATE_AT_MOST, every / LATE_SHARE) && asking.compareAndSet(false, true);
        var turn = new Turn(this, newest, begins, begins ? passed - 1 : passed);
        // The first question is asked out of phase; the second should not follow it at once.
        slot = slotAfter(isInPhase(slot) ? now : now + every / 2);
        return turn;
    }

    CheckId check() {
        return check;
    }

    boolean isEvery(Duration interval) {
        return every == interval.toNanos();
    }

    /** From its next slot on this is asked instead. */
    void turnTo(Runnable another) {
        question = another;
    }

    void ask() {
        question.run();
    }

    /** The question is answered. */
    void end() {
        asking.set(false);
    }

    private boolean isInPhase(long time) {
        return Math.floorMod(time - phase, every) == 0;
    }

    private long slotAfter(long time) {
        return time + every - Math.floorMod(time - phase, every);
    }

    /** SplitMix64's finalizer (Steele, Lea, Flood 2014): spreads 32 bits over 64, the same at every start. */
    private static long mixed(long hash) {
        var mixed = hash * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** What becomes of the newest slot: a question or not, and how many slots passed without one. */
    record Turn(Beat beat, long slot, boolean begins, long skipped) {}
}
