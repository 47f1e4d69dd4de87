package dev.backonline.verdict.history;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long answers took, counted in classes that grow by an eighth of a doubling each: any time is known to ±4.4 %, sets of times add up
 * without loss, and a minute of them takes a few bytes. Immutable.
 */
public final class Times {
    public static final Times NONE = new Times(new int[0], new long[0]);
    /** The last class begins at some 3 minutes, longer than any check may take. */
    public static final int CLASSES = 168;

    private static final int PER_DOUBLING = 8;
    private static final double SHORTEST_NANOS = 100_000;
    private static final double LN_2 = Math.log(2);

    private final int[] classes;
    private final long[] counts;

    private Times(int[] classes, long[] counts) {
        this.classes = classes;
        this.counts = counts;
    }

    /** How many there are of each class. */
    public static Times of(SortedMap<Integer, Long> counts) {
        if (!counts.isEmpty() && (counts.firstKey() < 0 || counts.lastKey() >= CLASSES)) {
            throw new IllegalArgumentException("the classes of times should be from 0 to %d, not from %d to %d"
                    .formatted(CLASSES - 1, counts.firstKey(), counts.lastKey()));
        }
        return new Times(
                counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counts.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** The class of a time; all that is under 0.1 ms is in the first. */
    static int classOf(Duration took) {
        var doublings = Math.log(took.toNanos() / SHORTEST_NANOS) / LN_2;
        return (int) Math.clamp(Math.ceil(doublings * PER_DOUBLING), 0, CLASSES - 1);
    }

    /** The middle of a class. */
    static Duration typical(int timeClass) {
        return Duration.ofNanos(Math.round(SHORTEST_NANOS * Math.pow(2, (timeClass - 0.5) / PER_DOUBLING)));
    }

    public SortedMap<Integer, Long> byClass() {
        var byClass = new TreeMap<Integer, Long>();
        for (int index = 0; index < classes.length; index++) {
            byClass.put(classes[index], counts[index]);
        }
        return byClass;
    }

    public long count() {
        return Arrays.stream(counts).sum();
    }

    public Times plus(Times other) {
        if (other.classes.length == 0) {
            return this;
        }
        var sum = byClass();
        other.byClass().forEach((timeClass, count) -> sum.merge(timeClass, count, Long::sum));
        return of(sum);
    }

    public Optional<Latency> latency() {
        return Ranks.latency(ranks());
    }

    /** The three classes that a latency is made of. */
    int ranks() {
        return classes.length == 0 ? Ranks.NONE : Ranks.of(at(0.5), at(0.95), classes[classes.length - 1]);
    }

    /** The class of the time that this share of all is at most as long as. */
    private int at(double share) {
        var left = (long) Math.ceil(count() * share);
        for (int index = 0; index < classes.length; index++) {
            left -= counts[index];
            if (left <= 0) {
                return classes[index];
            }
        }
        return classes[classes.length - 1];
    }

    /** Three classes in one number, since a page shows some hundreds of latencies of each service. */
    static final class Ranks {
        static final int NONE = 0;
        private static final int BITS = 8;
        private static final int MASK = 0xFF;

        private Ranks() {}

        private static int of(int median, int p95, int slowest) {
            return median + 1 | p95 + 1 << BITS | slowest + 1 << 2 * BITS;
        }

        static Optional<Latency> latency(int ranks) {
            return ranks == NONE
                    ? Optional.empty()
                    : Optional.of(new Latency(rank(ranks), rank(ranks >> BITS), rank(ranks >> 2 * BITS)));
        }

        private static Duration rank(int ranks) {
            return typical((ranks & MASK) - 1);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Times times
                && Arrays.equals(classes, times.classes)
                && Arrays.equals(counts, times.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Map.copyOf(byClass()).toString();
    }
}
