package dev.backonline.channel.courier;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before another attempt: twice as long each time, with full jitter, so that many who failed together part ways. */
public record Backoff(Duration first, Duration most) {
    /** DESIGN §5: the first retry comes within 2 s, and a network that was away is tried again within 15 s of its return. */
    public static final Backoff STANDARD = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(15));

    private static final int LARGEST_SHIFT = 20;

    public Duration after(int attempts, RandomGenerator random) {
        var shift = Math.clamp(attempts - 1L, 0, LARGEST_SHIFT);
        var ceiling = Math.min(first.toMillis() << shift, most.toMillis());
        return Duration.ofMillis(1 + random.nextLong(ceiling));
    }
}
