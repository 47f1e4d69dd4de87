package dev.backonline.bot.backtest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** All rows of a record in the order of time, or what is wrong with it. {@code leftOut}: rows that the mapping wants left out. */
record Recording(Path file, List<RecordedRow> rows, int leftOut, List<String> mistakes) {
    Recording {
        rows = rows.stream().sorted(Comparator.comparing(RecordedRow::at)).toList();
        mistakes = List.copyOf(mistakes);
    }

    Instant start() {
        return rows.getFirst().at();
    }

    Instant end() {
        return rows.getLast().at();
    }

    /** In the order in which they are first heard of. */
    List<String> services() {
        return rows.stream().map(RecordedRow::service).distinct().toList();
    }
}
