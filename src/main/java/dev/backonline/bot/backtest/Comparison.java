package dev.backonline.bot.backtest;

import dev.backonline.bot.playback.Posting;
import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each set of rules would have done, for people: the incidents of the first one by one, and all of them side by side. */
record Comparison(Catalog catalog, Identity identity, List<Scores> all, Duration shortest) {
    Comparison {
        all = List.copyOf(all);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var scores : all) {
            lines.add("By %s".formatted(scores.rules()));
            lines.add("-".repeat(lines.getLast().length()));
            lines.addAll(incidents(scores));
            lines.add("");
        }
        lines.addAll(table());
        return lines;
    }

    private List<String> incidents(Scores scores) {
        if (scores.incidents().isEmpty()) {
            return List.of("Nothing would have been posted.");
        }
        var brief = ids(scores.brief());
        var late = ids(scores.late());
        var lines = new ArrayList<String>();
        for (var number = 0; number < scores.incidents().size(); number++) {
            var one = scores.incidents().get(number);
            var id = one.incident().id();
            lines.add("%3d. %s, %s: %s%s"
                    .formatted(
                            number + 1,
                            day(one.began()),
                            lasting(one),
                            names(one.incident().all()),
                            remark(brief.contains(id), late.contains(id))));
            lines.addAll(posts(one));
        }
        return List.copyOf(lines);
    }

    private static String lasting(ToldIncident one) {
        return one.lasted().map(time -> "for " + words(time)).orElse("still open at the end of the record");
    }

    private String names(Collection<ServiceId> services) {
        return String.join(", ", catalog.names(services, identity.language()));
    }

    private static Set<IncidentId> ids(List<ToldIncident> some) {
        return some.stream().map(one -> one.incident().id()).collect(Collectors.toSet());
    }

    private static String remark(boolean brief, boolean late) {
        if (brief) {
            return late ? " (short; over when it was told)" : " (short)";
        }
        return late ? " (over when it was told)" : "";
    }

    /** When what was told, counted from the first failure. */
    private List<String> posts(ToldIncident one) {
        return one.thread().stream()
                .map(post -> "       %s  %-9s %s"
                        .formatted(
                                time(post.at()),
                                post.message().saying().key(),
                                "%s after the first failure".formatted(words(Duration.between(one.began(), post.at())))
                                        + of(post)))
                .toList();
    }

    private String of(Posting post) {
        return ": " + names(post.incident().latest().transition().services());
    }

    private List<String> table() {
        var rows = new ArrayList<List<String>>();
        rows.add(row("", Scores::rules));
        rows.add(row("incidents", one -> count(one.incidents().size())));
        rows.add(row("posts in a thread each", one -> count(one.posts())));
        rows.add(row("told after, half of them", one -> words(one.medianDelay())));
        rows.add(row("over within " + words(shortest), one -> count(one.brief().size())));
        rows.add(row("over when told", one -> count(one.late().size())));
        rows.add(row(
                "relapses",
                one -> count(one.incidents().stream()
                        .mapToLong(ToldIncident::relapses)
                        .sum())));
        rows.add(row(
                "open at the end",
                one -> count(one.incidents().stream()
                        .filter(it -> it.over().isEmpty())
                        .count())));
        rows.add(row("failures not told", one -> count(one.untold().size())));
        rows.add(row("  longest of them", one -> words(one.longestUntold())));
        rows.add(row("  together", one -> words(one.untoldTime())));
        return aligned(rows);
    }

    private List<String> row(String title, Function<Scores, String> value) {
        var cells = new ArrayList<String>();
        cells.add(title);
        all.forEach(one -> cells.add(value.apply(one)));
        return cells;
    }

    private static List<String> aligned(List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        for (var column = 0; column < rows.getFirst().size(); column++) {
            var index = column;
            widths.add(
                    rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0));
        }
        return rows.stream().map(row -> aligned(row, widths)).toList();
    }

    private static String aligned(List<String> row, List<Integer> widths) {
        var line = new StringBuilder(("%-" + widths.getFirst() + "s").formatted(row.getFirst()));
        for (var column = 1; column < row.size(); column++) {
            line.append(("  %" + widths.get(column) + "s").formatted(row.get(column)));
        }
        return line.toString().stripTrailing();
    }

    private static String count(long number) {
        return Long.toString(number);
    }

    private static String words(Optional<Duration> time) {
        return time.map(Comparison::words).orElse("-");
    }

    /** In two units at most. */
    static String words(Duration time) {
        var seconds = time.toSeconds();
        if (seconds < 60) {
            return seconds + "s";
        }
        if (time.toMinutes() < 60) {
            return pair(time.toMinutes(), "m", seconds % 60, "s");
        }
        return time.toHours() < 24
                ? pair(time.toHours(), "h", time.toMinutes() % 60, "m")
                : pair(time.toDays(), "d", time.toHours() % 24, "h");
    }

    private static String pair(long larger, String unit, long smaller, String smallerUnit) {
        return smaller == 0 ? larger + unit : larger + unit + " " + smaller + smallerUnit;
    }

    private String day(Instant time) {
        return form("EEE yyyy-MM-dd HH:mm:ss", time);
    }

    private String time(Instant time) {
        return form("EEE HH:mm:ss", time);
    }

    private String form(String pattern, Instant time) {
        ZoneId zone = identity.zone();
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(zone)
                .format(time);
    }
}
