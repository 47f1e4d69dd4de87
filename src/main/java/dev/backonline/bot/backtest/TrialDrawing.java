package dev.backonline.bot.backtest;

import dev.backonline.bot.backtest.Trial.TrialResult;
import dev.backonline.catalog.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws a trial along the time: for each service that ever failed a lane with what was recorded, and below it one for each set of
 * rules with what would have been told, posts as dots. Light or dark as the reader likes it.
 */
record TrialDrawing(TrialResult result) {
    private static final int WIDTH = 1200;
    private static final int MARGIN = 190;
    private static final int LANE = 12;
    private static final int GAP = 10;
    private static final int TOP = 56;
    /** Ours: more labels would touch each other. */
    private static final int MOST_LABELS = 12;

    private static final String STYLE = """
            text { font: 12px system-ui, sans-serif; fill: #1c2733 }
            .small { font-size: 10px; fill: #5b6875 }
            .ground { fill: #ffffff } .grid { stroke: #dfe4ea } .recorded { fill: #c2352b } .told { fill: #3f6fb5 }
            .post { fill: #10243f; stroke: #ffffff }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6ebf0 } .small { fill: #a3b0bd }
              .ground { fill: #14191f } .grid { stroke: #2c353f } .recorded { fill: #ff7b6e } .told { fill: #7ea9e8 }
              .post { fill: #ffffff; stroke: #14191f }
            }""";

    String svg() {
        var services = services();
        var height = TOP + services.size() * laneHeight() + 2 * GAP;
        var parts = new ArrayList<String>();
        parts.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>"
                .formatted(WIDTH, height, "What was recorded, and what would have been told"));
        parts.add("<style>%s</style>".formatted(STYLE));
        parts.add("<rect class=\"ground\" width=\"%d\" height=\"%d\"/>".formatted(WIDTH, height));
        parts.add(legend());
        parts.addAll(grid(height));
        for (var row = 0; row < services.size(); row++) {
            parts.addAll(lane(services.get(row), TOP + GAP + row * laneHeight()));
        }
        parts.add("</svg>\n");
        return String.join("\n", parts);
    }

    private int laneHeight() {
        return LANE * (1 + result.scores().size()) + GAP;
    }

    /** Those of which there is anything to draw. */
    private List<ServiceId> services() {
        var failed =
                recorded().stream().map(RecordedFailure::service).distinct().toList();
        return result.config().catalog().ordered(failed);
    }

    private List<RecordedFailure> recorded() {
        return RecordedFailure.of(result.tapes(), result.recording().end());
    }

    private String legend() {
        var rules = result.scores().stream().map(Scores::rules).toList();
        return "<text x=\"10\" y=\"20\">Above: recorded as failing. Below, in this order, what would have been told by: %s. Dots: posts.</text>"
                .formatted(escaped(String.join(", ", rules)));
    }

    private List<String> grid(int height) {
        var parts = new ArrayList<String>();
        var zone = result.config().identity().zone();
        var length =
                Duration.between(result.recording().start(), result.recording().end());
        var unit =
                length.toDays() >= 2 ? ChronoUnit.DAYS : length.toHours() >= 2 ? ChronoUnit.HOURS : ChronoUnit.MINUTES;
        var every = Math.max(
                1, unit.between(result.recording().start(), result.recording().end()) / MOST_LABELS);
        var form = DateTimeFormatter.ofPattern(unit == ChronoUnit.DAYS ? "MMM d" : "HH:mm", Locale.ENGLISH);
        ZonedDateTime time =
                result.recording().start().atZone(zone).truncatedTo(unit).plus(1, unit);
        while (!time.toInstant().isAfter(result.recording().end())) {
            var x = x(time.toInstant());
            parts.add("<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>"
                    .formatted(x, x, TOP - 8, height - GAP));
            parts.add("<text class=\"small\" x=\"%s\" y=\"%d\">%s</text>".formatted(x, TOP - 12, form.format(time)));
            time = time.plus(every, unit);
        }
        return parts;
    }

    private List<String> lane(ServiceId service, int y) {
        var parts = new ArrayList<String>();
        var name = result.config()
                .catalog()
                .names(List.of(service), result.config().identity().language());
        parts.add("<text x=\"10\" y=\"%d\">%s</text>".formatted(y + LANE - 2, escaped(String.join("", name))));
        recorded().stream()
                .filter(one -> one.service().equals(service))
                .forEach(one -> parts.add(bar("recorded", one.from(), one.to(), y)));
        for (var index = 0; index < result.scores().size(); index++) {
            parts.addAll(told(result.scores().get(index), service, y + LANE * (index + 1)));
        }
        return parts;
    }

    private List<String> told(Scores scores, ServiceId service, int y) {
        var parts = new ArrayList<String>();
        for (var one : scores.incidents()) {
            if (one.incident().involved(service).isPresent()) {
                var end = one.incident().resolvedAt().orElse(result.recording().end());
                parts.add(bar("told", one.told(), end, y));
                one.thread()
                        .forEach(post -> parts.add(
                                "<circle class=\"post\" cx=\"%s\" cy=\"%d\" r=\"2.5\"><title>%s %s</title></circle>"
                                        .formatted(
                                                x(post.at()),
                                                y + LANE / 2 - 1,
                                                post.at(),
                                                post.message().saying().key())));
            }
        }
        return parts;
    }

    /** At least so wide that it is seen. */
    private String bar(String kind, Instant from, Instant to, int y) {
        var left = place(from);
        var width = Math.max(1.5, place(to) - left);
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s to %s</title></rect>",
                kind,
                left,
                y,
                width,
                LANE - 3,
                from,
                to);
    }

    private String x(Instant time) {
        return String.format(Locale.ROOT, "%.1f", place(time));
    }

    private double place(Instant time) {
        var start = result.recording().start();
        var whole =
                Math.max(1, Duration.between(start, result.recording().end()).toMillis());
        return MARGIN + (WIDTH - MARGIN - 10.0) * Duration.between(start, time).toMillis() / whole;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
