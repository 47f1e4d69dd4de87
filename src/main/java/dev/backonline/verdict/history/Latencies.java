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
public final class Latencies {
    public static final Latencies NONE = new Latencies(new int[0], new long[0]);
    /** The last class begins at some 3 minutes, longer than any check may take. */
    public static final int CLASSES = 168;

    private static final int PER_DOUBLING = 8;
    private static final double SHORTEST_NANOS = 100_000;
    private static final double LN_2 = Math.log(2);

    private final int[] classes;
    private final long[] counts;

    private Latencies(int[] classes, long[] counts) {
        this.classes = classes;
        this.counts = counts;
    }

    /** How many there are of each class. */
    public static Latencies of(SortedMap<Integer, Long> counts) {
        return of(
                counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counts.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** The same, by ascending class; the arrays are not to be changed any more. */
    public static Latencies of(int[] classes, long[] counts) {
        var before = -1;
        for (var timeClass : classes) {
            if (timeClass <= before || timeClass >= CLASSES) {
                throw new IllegalArgumentException("the classes of times should ascend from 0 to %d, not be %s"
                        .formatted(CLASSES - 1, Arrays.toString(classes)));
            }
            before = timeClass;
        }
        return classes.length == 0 ? NONE : new Latencies(classes, counts);
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

    public Latencies plus(Latencies other) {
        if (other.classes.length == 0 || classes.length == 0) {
            return other.classes.length == 0 ? this : other;
        }
        return merged(other);
    }

    /** Both are in order; done some hundred thousand times for an hour of thousands of checks. */
    private Latencies merged(Latencies other) {
        var merged = new int[classes.length + other.classes.length];
        var sums = new long[merged.length];
        var size = 0;
        for (int one = 0, two = 0; one < classes.length || two < other.classes.length; size++) {
            var next = Math.min(classAt(one), other.classAt(two));
            merged[size] = next;
            sums[size] += classAt(one) == next ? counts[one++] : 0;
            sums[size] += other.classAt(two) == next ? other.counts[two++] : 0;
        }
        return new Latencies(Arrays.copyOf(merged, size), Arrays.copyOf(sums, size));
    }

    /** Beyond the last one: a class that no time is in. */
    private int classAt(int index) {
        return index < classes.length ? classes[index] : CLASSES;
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
            return (median + 1) | ((p95 + 1) << BITS) | ((slowest + 1) << (2 * BITS));
        }

        static Optional<Latency> latency(int ranks) {
            return ranks == NONE
                    ? Optional.empty()
                    : Optional.of(new Latency(rank(ranks), rank(ranks >> BITS), rank(ranks >> (2 * BITS))));
        }

        private static Duration rank(int ranks) {
            return typical((ranks & MASK) - 1);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies times
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
