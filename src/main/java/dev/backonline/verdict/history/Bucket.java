package dev.backonline.verdict.history;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was known of everything within one minute, hour or day, from {@code start} on. The time in {@code states} is known time only:
 * what is missing of the span is unknown.
 */
public record Bucket(Width width, Instant start, Map<ServiceId, StateTime> states, Map<CheckId, Heard> checks) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    public Bucket {
        states = Map.copyOf(states);
        checks = Map.copyOf(checks);
    }

    /** What one check was answered within a span of time: how often what, and how long the answers took that were up or slow. */
    public record Heard(long up, long slow, long down, long inconclusive, Latencies times) {
        public static final Heard NOTHING = new Heard(0, 0, 0, 0, Latencies.NONE);

        public Heard plus(Heard other) {
            return new Heard(
                    up + other.up,
                    slow + other.slow,
                    down + other.down,
                    inconclusive + other.inconclusive,
                    times.plus(other.times));
        }

        public long answers() {
            return up + slow + down + inconclusive;
        }
    }

    /** The known time of a service; of one that is not in it, none. */
    public StateTime state(ServiceId service) {
        return states.getOrDefault(service, StateTime.NONE);
    }

    /** What a check was answered; one that is not in it, nothing. */
    public Heard heard(CheckId check) {
        return checks.getOrDefault(check, Heard.NOTHING);
    }

    public boolean isEmpty() {
        return states.isEmpty() && checks.isEmpty();
    }

    /** One wider bucket of those within it, each of another time. */
    public static Bucket joined(Width width, Instant start, List<Bucket> parts) {
        var states = new HashMap<ServiceId, StateTime>();
        var checks = new HashMap<CheckId, Heard>();
        for (var part : parts) {
            part.states.forEach((service, time) -> states.merge(service, time, StateTime::plus));
            part.checks.forEach((check, heard) -> checks.merge(check, heard, Heard::plus));
        }
        return new Bucket(width, start, states, checks);
    }

    /** One minute as two processes have it: each answer was given once, but time that both watched passed only once. */
    public Bucket beside(Bucket other) {
        var together = new HashMap<>(states);
        other.states.forEach((service, time) -> together.merge(
                service, time, (one, two) -> one.beside(two, MINUTE).within(Duration.ZERO)));
        var all = new HashMap<>(checks);
        other.checks.forEach((check, heard) -> all.merge(check, heard, Heard::plus));
        return new Bucket(width, start, together, all);
    }
}
