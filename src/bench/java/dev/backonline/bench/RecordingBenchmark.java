package dev.backonline.bench;

import dev.backonline.bot.history.Archivist;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.store.TestDatabase;
import dev.backonline.verdict.history.Recorder;
import dev.backonline.verdict.history.Retention;
import dev.backonline.verdict.history.Yearbook;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What recording costs and how much room history takes: services that are asked every 10 s for days, in accelerated time, through the
 * recorder and the archivist of the bot into a real SQLite file. Promised: at most 1 µs for an answer, at most 100 MB for 1,000 services.
 */
public final class RecordingBenchmark {
    private static final int SERVICES = Integer.getInteger("services", 1000);
    private static final int DAYS = Integer.getInteger("days", 31);
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Instant START = Instant.parse("2026-04-30T22:00:00Z");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 20;
    private static final int ASKED = 6;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double PROMISED_NANOS = 1000;
    private static final double PROMISED_MEGABYTES = 100;

    private final Street street;
    private final Recorder recorder;
    private final Archivist archivist;
    private long noteNanos;
    private long cutNanos;
    private long writeNanos;
    private long longestWrite;
    private long fileNanos;
    private int minutes;
    private int files;

    /** What is asked, and how it answers: each has its usual latency, an evening that is slower, and some minutes of trouble now and then. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Street(List<ServiceId> services, List<CheckId> checks, double[] usualMillis, Random random) {
        static Street of(int count) {
            var random = new Random(1);
            return new Street(
                    IntStream.range(0, count)
                            .mapToObj(number -> new ServiceId("service-" + number))
                            .toList(),
                    IntStream.range(0, count)
                            .mapToObj(number -> new CheckId("service-" + number + "/1-http"))
                            .toList(),
                    random.doubles(count, 5, 400).toArray(),
                    random);
        }

        boolean isDown(int service, long minute) {
            return (minute + service * 97L) % 4320 < 12;
        }

        Observation answer(int service, Instant now, long minute) {
            var evening = 1 + 0.3 * Math.sin(minute * Math.PI / 720);
            var took = usualMillis[service] * evening * Math.exp(0.15 * random.nextGaussian());
            var answer = isDown(service, minute) ? new Answer.Down(Answer.Layer.ANSWER, "HTTP 503") : new Answer.Up();
            return new Observation(checks.get(service), now, Duration.ofNanos((long) (took * NANOS_PER_MILLI)), answer);
        }
    }

    private RecordingBenchmark(Street street, TestDatabase database) {
        this.street = street;
        this.recorder = new Recorder(street.services(), START);
        Map<ServiceId, List<CheckId>> checks = new LinkedHashMap<>();
        for (int number = 0; number < street.services().size(); number++) {
            checks.put(street.services().get(number), List.of(street.checks().get(number)));
        }
        var means = new Archivist.Means(database.store().history(), Retention.standard(), ROME, "bench");
        this.archivist = new Archivist(recorder, new Yearbook(ROME, checks), means, Map.of());
    }

    public static void main(String... arguments) throws IOException, SQLException {
        var folder = Files.createTempDirectory("recording");
        try (var database = TestDatabase.embedded(folder)) {
            var bench = new RecordingBenchmark(Street.of(SERVICES), database);
            for (var minute = 0L; minute < DAYS * 1440L; minute++) {
                bench.pass(minute);
            }
            bench.report();
            System.exit(sizes(database, folder) <= PROMISED_MEGABYTES && bench.note() <= PROMISED_NANOS ? 0 : 1);
        }
    }

    private void pass(long minute) {
        var start = START.plusSeconds(60 * minute);
        for (int service = 0; service < SERVICES; service++) {
            var state = street.isDown(service, minute) ? ServiceState.MAJOR_OUTAGE : ServiceState.OPERATIONAL;
            recorder.became(street.services().get(service), Optional.of(state), start, start);
        }
        for (int asked = 0; asked < ASKED; asked++) {
            ask(start.plusSeconds(10L * asked), minute);
        }
        var end = start.plusSeconds(60);
        var cut = timed(() -> recorder.beat(end));
        var began = System.nanoTime();
        var write = timed(archivist::write);
        var waited = System.nanoTime() - began;
        var file = minute % 60 == 59 ? timed(() -> archivist.file(end)) : 0;
        if (minute >= WARM_UP) {
            cutNanos += cut;
            writeNanos += write;
            longestWrite = Math.max(longestWrite, waited);
            fileNanos += file;
            minutes++;
            files += file > 0 ? 1 : 0;
        }
    }

    private void ask(Instant now, long minute) {
        var answers = new Observation[SERVICES];
        for (int service = 0; service < SERVICES; service++) {
            answers[service] = street.answer(service, now, minute);
        }
        var nanos = timed(() -> {
            for (var answer : answers) {
                recorder.heard(answer);
            }
        });
        noteNanos += minute >= WARM_UP ? nanos : 0;
        recorder.beat(now);
    }

    /** Of the processor, since others may use the machine too. */
    private static long timed(Runnable work) {
        var began = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - began;
    }

    private double note() {
        return (double) noteNanos / minutes / ASKED / SERVICES;
    }

    private void report() {
        System.out.printf(
                "%d services, %d days: of the processor: a note %.0f ns; a minute: cut %.1f ms, packed and handed over %.1f ms (waited for at most %.0f ms)%n",
                SERVICES,
                DAYS,
                note(),
                cutNanos / NANOS_PER_MILLI / minutes,
                writeNanos / NANOS_PER_MILLI / minutes,
                longestWrite / NANOS_PER_MILLI);
        System.out.printf(
                "adding up an hour and looking up the page's history: %.0f ms; heap %.0f MB%n",
                fileNanos / NANOS_PER_MILLI / Math.max(1, files), Use.heapAfterCollectionMegabytes());
    }

    private static double sizes(TestDatabase database, Path folder) throws IOException, SQLException {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            var sql = "SELECT width, COUNT(*), SUM(LENGTH(contents)) FROM history_bucket GROUP BY width";
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    System.out.printf(
                            "%s: %d rows of %.1f kB%n",
                            rows.getString(1), rows.getInt(2), rows.getLong(3) / 1e3 / rows.getInt(2));
                }
            }
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        var file = Files.size(folder.resolve("backonline.db")) / 1e6;
        System.out.printf("the file: %.1f MB%n", file);
        return file;
    }
}
