package dev.backonline.bot.record;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** All rows of a record in the order of time, or what is wrong with it. {@code leftOut}: rows that the mapping wants left out. */
public record Recording(Path file, List<RecordedRow> rows, int leftOut, List<String> mistakes) {
    public Recording {
        rows = rows.stream().sorted(Comparator.comparing(RecordedRow::at)).toList();
        mistakes = List.copyOf(mistakes);
    }

    public Instant start() {
        return rows.getFirst().at();
    }

    public Instant end() {
        return rows.getLast().at();
    }

    /** In the order in which they are first heard of. */
    public List<String> services() {
        return rows.stream().map(RecordedRow::service).distinct().toList();
    }
}
