package dev.backonline.verdict.history;

import java.time.Duration;

/**
 * How long answers took within a span of time, those that were up or slow; {@code answers} is how many there were, at least one.
 * The times are right to a twentieth, since they come from a histogram with classes of that width.
 */
public record Latency(Duration median, Duration p95, Duration slowest, long answers) {
    public Latency {
        if (answers < 1) {
            throw new IllegalArgumentException(
                    "a latency should come of at least one answer, not %d".formatted(answers));
        }
    }
}
