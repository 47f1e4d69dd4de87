package dev.backonline.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Readers who all come at once: the page of 50 services and 200 incidents against Debian's nginx serving the same bytes from files
 * with the same headers, in turn, by wrk. Needs nginx and wrk. Exits 1 if a promise is broken.
 */
final class StampedeBenchmark {
    private static final List<String> PATHS = List.of("/", "/history.atom", "/api/v2/summary.json");
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int SECONDS = Integer.getInteger("seconds", 3);
    private static final int WARM_UP_SECONDS = Integer.getInteger("warmup", 10);
    private static final int CONNECTIONS = 64;
    private static final int HELD = 1_000;
    private static final int CHANGES = 10;
    private static final double SHARE_AT_LEAST = 0.9;
    private static final double P99_AT_MOST = 2;
    private static final double CHANGE_AT_MOST_MILLIS = 1_000;

    private boolean kept = true;

    public static void main(String... arguments) throws Exception {
        System.exit(new StampedeBenchmark().run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        var folder = Files.createTempDirectory("stampede");
        try (var page = PageChild.started(folder)) {
            var ours = URI.create("http://127.0.0.1:" + page.port());
            try (var nginx = StaticServer.started(folder, ours, PATHS)) {
                for (var path : PATHS) {
                    Wrk.run(ours.resolve(path), CONNECTIONS, WARM_UP_SECONDS, List.of());
                }
                for (var path : PATHS) {
                    compare(path + " plain", ours, nginx.address(), path, List.of());
                    compare(path + " gzip", ours, nginx.address(), path, List.of("Accept-Encoding: gzip"));
                    again(ours, path);
                }
                hold(ours);
            }
            changes(page);
        }
        return kept;
    }

    private void compare(String what, URI ours, URI theirs, String path, List<String> headers) throws Exception {
        List<Wrk> we = new ArrayList<>();
        List<Wrk> they = new ArrayList<>();
        for (var round = 0; round < ROUNDS; round++) {
            we.add(Wrk.run(ours.resolve(path), CONNECTIONS, SECONDS, headers));
            they.add(Wrk.run(theirs.resolve(path), CONNECTIONS, SECONDS, headers));
        }
        var share = median(we, Wrk::perSecond) / median(they, Wrk::perSecond);
        var slower = median(we, Wrk::p99Millis) / median(they, Wrk::p99Millis);
        System.out.printf(
                Locale.ROOT,
                "%-28s %,8.0f/s, nginx %,8.0f/s: %3.0f %%; p99 %6.2f ms, nginx %6.2f ms: %.2f; errors %d%n",
                what,
                median(we, Wrk::perSecond),
                median(they, Wrk::perSecond),
                share * 100,
                median(we, Wrk::p99Millis),
                median(they, Wrk::p99Millis),
                slower,
                we.stream().mapToLong(Wrk::errors).sum());
        kept &= share >= SHARE_AT_LEAST && slower <= P99_AT_MOST;
    }

    /** Those who have it already against those who don't, in turn. */
    private void again(URI ours, String path) throws Exception {
        var known = List.of("Accept-Encoding: gzip", "If-None-Match: " + tag(ours.resolve(path)));
        List<Wrk> whole = new ArrayList<>();
        List<Wrk> unchanged = new ArrayList<>();
        for (var round = 0; round < ROUNDS; round++) {
            whole.add(Wrk.run(ours.resolve(path), CONNECTIONS, SECONDS, List.of("Accept-Encoding: gzip")));
            unchanged.add(Wrk.run(ours.resolve(path), CONNECTIONS, SECONDS, known));
        }
        var ratio = median(unchanged, Wrk::perSecond) / median(whole, Wrk::perSecond);
        System.out.printf(
                Locale.ROOT,
                "%-28s %,8.0f/s: %.2f of the whole%n",
                path + " 304",
                median(unchanged, Wrk::perSecond),
                ratio);
        kept &= ratio > 1;
    }

    private void hold(URI ours) throws Exception {
        var held = Wrk.run(ours.resolve("/"), HELD, SECONDS * 2, List.of("Accept-Encoding: gzip"));
        System.out.printf(
                Locale.ROOT,
                "%,d connections: %,.0f/s, p99 %.1f ms, errors %d%n",
                HELD,
                held.perSecond(),
                held.p99Millis(),
                held.errors());
        kept &= held.errors() == 0;
    }

    private void changes(PageChild page) throws Exception {
        var millis = new double[CHANGES];
        for (var change = 0; change < CHANGES; change++) {
            millis[change] = page.change() / 1e3;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "CPU of a change, rendered, compressed and kept: median %.0f ms, worst %.0f ms%n",
                millis[CHANGES / 2],
                millis[CHANGES - 1]);
        kept &= millis[CHANGES / 2] <= CHANGE_AT_MOST_MILLIS;
    }

    private static String tag(URI address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Accept-Encoding", "gzip")
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("etag")
                    .orElseThrow();
        }
    }

    private static double median(List<Wrk> runs, ToDoubleFunction<Wrk> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }
}
