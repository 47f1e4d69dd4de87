package dev.backonline.verdict.history;

import dev.backonline.verdict.history.Latencies.Ranks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of one service, for its uptime bars and its latency plot. {@code days} are the last {@link #DAYS} calendar days in
 * the page's zone without a gap, the oldest first, the last being today until now (so it is shorter than a day, and one with a change of
 * summer time is 23 or 25 hours long); {@code latest} is the last 24 hours to the minute. {@code latencies} are the last 24 hours in
 * points of {@link #POINT}, without a gap and the oldest first, the last one being under way; they are of the service's first check that
 * has any. {@code daily} are the same for each of {@code days}.
 */
public record Past(List<Day> days, StateTime latest, List<Point> latencies, List<Point> daily) {
    public static final int DAYS = 90;
    public static final Duration POINT = Duration.ofMinutes(5);

    /** One calendar day, in the page's zone. */
    public record Day(LocalDate date, StateTime time) {}

    /** How fast it was in the span from {@code from} on; empty: it gave no answer then, or nobody asked, and a plot has a gap. */
    public record Point(Instant from, Duration span, Optional<Latency> latency) {}

    public Past {
        days = List.copyOf(days);
        latencies = latencies instanceof Curve ? latencies : List.copyOf(latencies);
        daily = daily instanceof Curve ? daily : List.copyOf(daily);
    }

    /** The last calendar days together, today included: 7, 30 or 90 of them. */
    public StateTime last(int count) {
        return days.subList(Math.max(0, days.size() - count), days.size()).stream()
                .map(Day::time)
                .reduce(StateTime.NONE, StateTime::plus);
    }

    /**
     * The points of a plot, made when they are looked at: some hundreds for each service would be the greater part of the memory. The edges,
     * one more than there are points, are shared by all services. Immutable.
     */
    static final class Curve extends AbstractList<Point> {
        private final List<Instant> edges;
        private final int[] ranks;

        Curve(List<Instant> edges, int[] ranks) {
            this.edges = edges;
            this.ranks = ranks;
        }

        @Override
        public Point get(int index) {
            var from = edges.get(index);
            return new Point(from, Duration.between(from, edges.get(index + 1)), Ranks.latency(ranks[index]));
        }

        @Override
        public int size() {
            return ranks.length;
        }
    }
}
