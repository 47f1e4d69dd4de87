package dev.backonline.bot.playback;

import dev.backonline.channel.Clock;
import java.time.Duration;
import java.time.Instant;

/** A clock that is set: both its wall and its monotonic side move only when they are told to. */
final class VirtualTime {
    private final Instant start;
    private Instant now;

    VirtualTime(Instant start) {
        this.start = start;
        this.now = start;
    }

    Instant now() {
        return now;
    }

    /** Time never goes back. */
    void set(Instant time) {
        if (time.isBefore(now)) {
            throw new IllegalArgumentException("%s should not be before %s".formatted(time, now));
        }
        now = time;
    }

    Clock clock() {
        return new Clock(this::now, () -> Duration.between(start, now).toNanos());
    }
}
