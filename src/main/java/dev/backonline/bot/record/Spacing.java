package dev.backonline.bot.record;

import dev.backonline.bot.record.Mapping.Keeping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far apart the rows of one check stand, shortest first, over all of a record. */
public record Spacing(List<Duration> gaps) {
    /** Ours: what is asked again and again has no gaps like these; a log of changes has little else. */
    private static final int UNEVEN = 4;

    public Spacing {
        gaps = gaps.stream().sorted().toList();
    }

    public static Spacing of(List<RecordedRow> rows) {
        var last = new HashMap<List<String>, RecordedRow>();
        var gaps = new ArrayList<Duration>();
        for (var row : rows) {
            var before = last.put(List.of(row.service(), row.check(), row.location()), row);
            if (before != null && row.at().isAfter(before.at())) {
                gaps.add(Duration.between(before.at(), row.at()));
            }
        }
        return new Spacing(gaps);
    }

    /** A log of changes has rows far apart and close together. */
    public Keeping keeping() {
        return !gaps.isEmpty() && quantile(9).compareTo(quantile(1).multipliedBy(UNEVEN)) > 0
                ? Keeping.CHANGES
                : Keeping.SAMPLES;
    }

    /** Half of them are at most so long; zero where there are none. */
    public Duration median() {
        return gaps.isEmpty() ? Duration.ZERO : quantile(5);
    }

    private Duration quantile(int tenths) {
        return gaps.get(Math.min(gaps.size() - 1, gaps.size() * tenths / 10));
    }

    /** By what each row belongs to: its service, check and location. */
    public static Map<List<String>, List<RecordedRow>> bySubject(List<RecordedRow> rows) {
        var subjects = new java.util.LinkedHashMap<List<String>, List<RecordedRow>>();
        rows.forEach(row -> subjects.computeIfAbsent(
                        List.of(row.service(), row.check(), row.location()), _ -> new ArrayList<>())
                .add(row));
        return subjects;
    }
}
