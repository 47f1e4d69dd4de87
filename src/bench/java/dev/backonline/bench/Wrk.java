package dev.backonline.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The load generator wrk (a Debian package), and what it said of one run. */
record Wrk(double perSecond, double p99Millis, long errors) {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s|m)");
    private static final Pattern ERRORS =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
    private static final Pattern STATUS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    static Wrk run(URI address, int connections, int seconds, List<String> headers) throws IOException {
        var command = new ArrayList<>(
                List.of("wrk", "-t2", "-c" + connections, "-d" + seconds + "s", "--latency", "--timeout", "5s"));
        headers.forEach(header -> command.addAll(List.of("-H", header)));
        command.add(address.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Wrk(number(RATE, said), millis(said), errors(said));
    }

    private static double number(Pattern pattern, String said) {
        var matcher = pattern.matcher(said);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said nothing of " + pattern + ": " + said);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static double millis(String said) {
        var matcher = P99.matcher(said);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said no p99: " + said);
        }
        var factor = switch (matcher.group(2)) {
            case "us" -> 1e-3;
            case "ms" -> 1;
            case "s" -> 1e3;
            default -> 6e4;
        };
        return Double.parseDouble(matcher.group(1)) * factor;
    }

    private static long errors(String said) {
        var errors = ERRORS.matcher(said);
        var count = 0L;
        if (errors.find()) {
            for (var group = 1; group <= errors.groupCount(); group++) {
                count += Long.parseLong(errors.group(group));
            }
        }
        var status = STATUS.matcher(said);
        return status.find() ? count + Long.parseLong(status.group(1)) : count;
    }
}
