package dev.backonline.bot.operation;

import dev.backonline.channel.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Notices when the wall clock and the monotonic one drift apart: somebody set the clock, or the machine slept. Whoever reads times that
 * are stored looks here first, so that nothing is done by times that no longer mean what they did.
 */
final class Timekeeper {
    private static final Logger LOG = Logger.getLogger(Timekeeper.class);
    /** DESIGN §3; less is what clocks do that are being corrected. */
    private static final Duration NO_MATTER = Duration.ofSeconds(5);

    private final Clock clock;
    private final Consumer<Duration> shift;
    private final ReentrantLock looking = new ReentrantLock();
    private Instant wall;
    private long nanos;

    /** {@code shift} moves the stored times by what the clock was moved; if it fails, it is asked again at the next look. */
    Timekeeper(Clock clock, Consumer<Duration> shift) {
        this.clock = clock;
        this.shift = shift;
        this.wall = clock.now();
        this.nanos = clock.nanos().getAsLong();
    }

    void look() {
        looking.lock();
        try {
            var now = clock.now();
            var elapsed = clock.nanos().getAsLong();
            var moved = Duration.between(wall, now).minusNanos(elapsed - nanos);
            if (moved.abs().compareTo(NO_MATTER) > 0) {
                shift.accept(moved);
                LOG.warnf("The clock was moved, and what is waited for with it seconds=%d", moved.toSeconds());
                wall = now;
                nanos = elapsed;
            }
        } finally {
            looking.unlock();
        }
    }
}
