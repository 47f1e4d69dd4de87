package dev.backonline.bot.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.bot.record.RowForm.Unreadable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a record: all of it, or every mistake of it with its line. */
public final class RecordReader {
    private static final Pattern LATENCY = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|)");
    private static final Pattern EPOCH = Pattern.compile("\\d{10}(?:\\d{3})?");
    /** Digits of an epoch that counts seconds, not milliseconds. */
    private static final int SECONDS_DIGITS = 10;

    private final Path file;
    private final Mapping mapping;
    private final List<RecordedRow> rows = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private int leftOut;

    public RecordReader(Path file, Mapping mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    public Recording read() {
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read(lines);
        } catch (NoSuchFileException absent) {
            mistakes.add("%s: there is no such file.".formatted(file));
        } catch (CharacterCodingException garbled) {
            mistakes.add("%s: the file is not UTF-8.".formatted(file));
        } catch (IOException unreadable) {
            mistakes.add("%s: the file cannot be read.".formatted(file));
        }
        if (mistakes.isEmpty() && rows.isEmpty()) {
            mistakes.add("%s: the record has no rows.".formatted(file));
        }
        return new Recording(file, rows, leftOut, mistakes);
    }

    private void read(BufferedReader lines) throws IOException {
        var form = Optional.<RowForm>empty();
        var number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            var text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (text.isBlank()) {
                continue;
            }
            if (form.isPresent()) {
                row(form.get(), number, text);
            } else if (text.stripLeading().startsWith("{")) {
                form = Optional.of(new RowForm.NdJson(new ObjectMapper()));
                row(form.get(), number, text);
            } else {
                form = header(number, text);
                if (form.isEmpty()) {
                    return;
                }
            }
        }
    }

    private Optional<RowForm> header(int number, String text) {
        try {
            var csv = RowForm.Csv.of(text);
            var columns = mapping.columns();
            var lacking = List.of(columns.time(), columns.service(), columns.outcome()).stream()
                    .filter(column -> !csv.columns().contains(column))
                    .toList();
            lacking.forEach(column -> wrong(
                    number,
                    "the header has no column '%s'; it has: %s. A mapping can name another"
                            .formatted(column, String.join(", ", csv.columns()))));
            return lacking.isEmpty() ? Optional.of(csv) : Optional.empty();
        } catch (Unreadable unreadable) {
            wrong(number, String.valueOf(unreadable.getMessage()));
            return Optional.empty();
        }
    }

    private void row(RowForm form, int number, String line) {
        try {
            var values = form.values(line);
            var service = needed(values, mapping.columns().service());
            if (mapping.leaveOut().contains(service)) {
                leftOut++;
                return;
            }
            var word = needed(values, mapping.columns().outcome());
            var outcome = mapping.outcome(word)
                    .orElseThrow(() -> new Unreadable(
                            "the outcome '%s' should be up, slow, down or inconclusive; a mapping can tell what it means"
                                    .formatted(word)));
            rows.add(new RecordedRow(
                    number,
                    time(needed(values, mapping.columns().time())),
                    service,
                    values.getOrDefault(mapping.columns().check(), ""),
                    values.getOrDefault(mapping.columns().location(), ""),
                    outcome,
                    latency(values.getOrDefault(mapping.columns().latency(), values.getOrDefault("latency", "")))));
        } catch (Unreadable unreadable) {
            wrong(number, String.valueOf(unreadable.getMessage()));
        }
    }

    private static String needed(Map<String, String> values, String column) throws Unreadable {
        var value = values.getOrDefault(column, "");
        if (value.isEmpty()) {
            throw new Unreadable("the row has no '%s'".formatted(column));
        }
        return value;
    }

    /** ISO 8601 with a zone or an offset, or seconds or milliseconds since 1970. */
    private static Instant time(String text) throws Unreadable {
        try {
            if (EPOCH.matcher(text).matches()) {
                var count = Long.parseLong(text);
                return text.length() == SECONDS_DIGITS ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count);
            }
            return OffsetDateTime.parse(text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T"))
                    .toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new Unreadable(
                    "the time '%s' should be like 2026-08-18T08:54:32Z, with its zone, or seconds or milliseconds since 1970"
                            .formatted(text));
        }
    }

    private static Optional<Duration> latency(String text) throws Unreadable {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var match = LATENCY.matcher(text);
        if (!match.matches()) {
            throw new Unreadable("the latency '%s' should be a number of milliseconds, or like 1.2s".formatted(text));
        }
        var millis = Double.parseDouble(match.group(1)) * (match.group(2).equals("s") ? 1000 : 1);
        return Optional.of(Duration.ofMillis(Math.round(millis)));
    }

    private void wrong(int line, String sentence) {
        mistakes.add("%s:%d: %s.".formatted(file, line, sentence));
    }
}
