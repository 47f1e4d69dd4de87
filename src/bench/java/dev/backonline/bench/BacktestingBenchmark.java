package dev.backonline.bench;

import dev.backonline.bot.command.Backonline;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import picocli.CommandLine;

/**
 * A year of a thousand services, checked every 10 s and kept as a log of changes, through the whole command: read, played, compared
 * and written. Promised: under a minute.
 */
public final class BacktestingBenchmark {
    private static final int SERVICES = Integer.getInteger("services", 1_000);
    /** Blips and outages of a service in a year. */
    private static final int TROUBLES = Integer.getInteger("troubles", 50);

    private static final int GROUP = 5;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final long YEAR = Duration.ofDays(365).toSeconds();
    private static final double PROMISED_SECONDS = 60;
    private static final double NANOS_PER_SECOND = 1e9;

    private BacktestingBenchmark() {}

    public static void main(String... arguments) throws IOException {
        var folder = Files.createTempDirectory("backtesting");
        var record = folder.resolve("year.csv");
        var mapping = folder.resolve("mapping.yaml");
        var rows = written(record);
        group(mapping);
        var began = System.nanoTime();
        var code = new CommandLine(new Backonline())
                .setOut(new PrintWriter(Writer.nullWriter()))
                .execute("backtest", record.toString(), "--map", mapping.toString());
        var seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        System.out.printf("%d services, %d rows: %.1f s, promised %.0f s%n", SERVICES, rows, seconds, PROMISED_SECONDS);
        System.exit(code == 0 && seconds <= PROMISED_SECONDS ? 0 : 1);
    }

    /** Most troubles are short, some last for hours. */
    private static int written(Path file) throws IOException {
        var random = new Random(1);
        var rows = 0;
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("time,service,outcome");
            for (var service = 0; service < SERVICES; service++) {
                row(out, 0, service, "up");
                for (var trouble = 0; trouble < TROUBLES; trouble++) {
                    var at = YEAR / TROUBLES * trouble + random.nextLong(YEAR / TROUBLES / 2) + 1;
                    row(out, at, service, random.nextInt(8) == 0 ? "slow" : "down");
                    row(out, at + 10 + (long) Math.pow(random.nextDouble() * 20, 3), service, "up");
                    rows += 2;
                }
            }
        }
        return rows + SERVICES;
    }

    private static void row(PrintWriter out, long seconds, int service, String outcome) {
        out.println(START.plusSeconds(seconds) + ",service-" + service + "," + outcome);
    }

    private static void group(Path file) throws IOException {
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("keeping: changes\nevery: 10s\nservices:");
            for (var service = 0; service < SERVICES; service++) {
                out.println("  service-%d: { group: group-%d }".formatted(service, service / GROUP));
            }
        }
    }
}
