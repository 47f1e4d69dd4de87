package dev.backonline.page.html;

import dev.backonline.page.Narrator;
import dev.backonline.verdict.history.Latency;
import dev.backonline.verdict.history.Past.Point;
import io.quarkus.qute.RawString;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How fast a service answered, over time: a line through the middle values, shaded up to what only the slowest twentieth exceeded. The
 * axis begins at zero and says its unit; where there was no answer there is no line.
 */
record LatencyPlot(Narrator narrator, List<Point> points) {
    private static final int HEIGHT = 100;
    /** More points than this are not told apart on a phone. */
    private static final int MOST = 48;

    /** A reading without a neighbour: a line too short to be seen as one, whose ends are round. */
    private static final String DOT = "h.1";

    private static final int TEN = 10;
    private static final List<Integer> ROUND = List.of(1, 2, 5, 10);

    /** What several points say together: the middle one's middle value, and the worst of their ends. */
    private record Sample(int x, Optional<Latency> latency) {
        int median(long top) {
            return y(latency.map(Latency::median), top);
        }

        int slow(long top) {
            return y(latency.map(Latency::p95), top);
        }

        private static int y(Optional<Duration> time, long top) {
            return HEIGHT - (int) (time.orElse(Duration.ZERO).toMillis() * HEIGHT / top);
        }
    }

    boolean isEmpty() {
        return points.stream().noneMatch(point -> point.latency().isPresent());
    }

    /** The newest middle value, such as "240 ms"; empty text: there is none. */
    String newest() {
        return points.reversed().stream()
                .flatMap(point -> point.latency().stream())
                .findFirst()
                .map(latency -> text(latency.median().toMillis()))
                .orElse("");
    }

    /** The end of the axis, such as "500 ms". */
    String most() {
        return text(top());
    }

    /** One unit wide for each step from reading to reading, however wide it is shown. */
    RawString svg() {
        var top = top();
        var area = new StringBuilder();
        var line = new StringBuilder();
        runs().forEach(run -> draw(run, top, area, line));
        return new RawString(
                ("<svg class=\"plot\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s\">"
                                + "<path class=\"grid\" d=\"M0 0h%1$dM0 50h%1$dM0 100h%1$d\"/><path class=\"slow\" d=\"%s\"/><path class=\"middle\" d=\"%s\"/></svg>")
                        .formatted(Math.max(1, readings().size() - 1), HEIGHT, Prose.escaped(summary()), area, line));
    }

    private static void draw(List<Sample> run, long top, StringBuilder area, StringBuilder line) {
        var slow = run.stream().mapToInt(one -> one.slow(top)).toArray();
        var middle = run.stream().mapToInt(one -> one.median(top)).toArray();
        var back = run.reversed().stream().mapToInt(one -> one.median(top)).toArray();
        var start = run.getFirst().x();
        line.append("M%d %d%s".formatted(start, middle[0], run.size() == 1 ? DOT : steps(middle, 1)));
        area.append("M%d %d%sv%d%sz"
                .formatted(start, slow[0], steps(slow, 1), back[0] - slow[slow.length - 1], steps(back, -1)));
    }

    /** From reading to reading, as differences: half as many bytes as places, and more alike, so that they compress better. */
    private static String steps(int[] heights, int step) {
        var path = IntStream.range(1, heights.length)
                .map(index -> heights[index] - heights[index - 1])
                .mapToObj(by -> by < 0 ? "%d%d".formatted(step, by) : "%d %d".formatted(step, by))
                .collect(Collectors.joining(step < 0 ? "" : " "));
        return path.isEmpty() ? "" : "l" + path;
    }

    /** Readings without a gap between them. */
    private List<List<Sample>> runs() {
        var readings = readings();
        var starts = IntStream.range(0, readings.size())
                .filter(index -> readings.get(index).latency().isPresent()
                        && (index == 0 || readings.get(index - 1).latency().isEmpty()))
                .boxed();
        return starts.map(start -> readings.subList(start, readings.size()).stream()
                        .takeWhile(reading -> reading.latency().isPresent())
                        .toList())
                .toList();
    }

    private List<Sample> readings() {
        var each = Math.max(1, (points.size() + MOST - 1) / MOST);
        var count = (points.size() + each - 1) / each;
        return IntStream.range(0, count)
                .mapToObj(index -> {
                    var some = points.subList(index * each, Math.min(points.size(), (index + 1) * each));
                    return new Sample(index, together(some));
                })
                .toList();
    }

    private static Optional<Latency> together(List<Point> some) {
        var known = some.stream()
                .flatMap(point -> point.latency().stream())
                .sorted(Comparator.comparing(Latency::median))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var middle = known.get(known.size() / 2);
        var slow =
                known.stream().map(Latency::p95).max(Comparator.naturalOrder()).orElse(middle.p95());
        return Optional.of(new Latency(middle.median(), slow, slow));
    }

    /** The first round number that nothing exceeds. */
    private long top() {
        var most = readings().stream()
                .flatMap(reading -> reading.latency().stream())
                .mapToLong(latency -> latency.p95().toMillis())
                .max()
                .orElse(1);
        var power = 1L;
        while (power * TEN <= most) {
            power *= TEN;
        }
        var unit = power;
        return ROUND.stream()
                .mapToLong(round -> round * unit)
                .filter(round -> round >= most)
                .findFirst()
                .orElse(most);
    }

    private String summary() {
        var medians = readings().stream()
                .flatMap(reading -> reading.latency().stream())
                .mapToLong(latency -> latency.median().toMillis())
                .sorted()
                .toArray();
        var least = Arrays.stream(medians).findFirst();
        return least.isEmpty()
                ? narrator.word("latency-none")
                : narrator.word(
                        "latency-range", Map.of("least", text(medians[0]), "most", text(medians[medians.length - 1])));
    }

    private String text(long milliseconds) {
        return narrator.timepiece().milliseconds(milliseconds);
    }
}
