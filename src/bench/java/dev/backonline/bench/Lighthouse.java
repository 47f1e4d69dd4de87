package dev.backonline.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Google's Lighthouse (a program of Node's), and what it found of one look at a page: out of 100, and what the first of these is made of. */
record Lighthouse(Map<String, Double> scores, Map<String, Double> audits) {
    private static final List<String> CATEGORIES = List.of("performance", "accessibility", "best-practices", "seo");
    /** What the score for performance is made of, in milliseconds (the last is a share). */
    private static final List<String> AUDITS = List.of(
            "first-contentful-paint",
            "largest-contentful-paint",
            "speed-index",
            "total-blocking-time",
            "cumulative-layout-shift");

    /** With its usual settings, a slow phone far away, whose reader lives in {@code zone}. */
    static Lighthouse look(URI address, String zone) throws IOException {
        var command = List.of(
                System.getProperty("lighthouse", "lighthouse"),
                address.toString(),
                "--quiet",
                "--output=json",
                "--output-path=stdout",
                "--only-categories=" + String.join(",", CATEGORIES),
                "--chrome-flags=--headless --no-sandbox --disable-gpu");
        var builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().put("CHROME_PATH", System.getProperty("chromium", "/usr/bin/chromium"));
        builder.environment().put("TZ", zone);
        var said = new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var report = new JsonObject(said);
        if (report.containsKey("runtimeError")) {
            throw new IOException(
                    "Lighthouse: " + report.getJsonObject("runtimeError").getString("message"));
        }
        return new Lighthouse(
                figures(report.getJsonObject("categories"), CATEGORIES, "score", 100),
                figures(report.getJsonObject("audits"), AUDITS, "numericValue", 1));
    }

    private static Map<String, Double> figures(JsonObject from, List<String> names, String key, double times) {
        var figures = new LinkedHashMap<String, Double>();
        names.forEach(name -> figures.put(name, from.getJsonObject(name).getDouble(key) * times));
        return figures;
    }

    /** Each figure's middle one. */
    static Lighthouse median(List<Lighthouse> looks) {
        return new Lighthouse(
                middle(looks.stream().map(Lighthouse::scores).toList()),
                middle(looks.stream().map(Lighthouse::audits).toList()));
    }

    private static Map<String, Double> middle(List<Map<String, Double>> all) {
        var middle = new LinkedHashMap<String, Double>();
        for (var name : all.getFirst().keySet()) {
            var values = all.stream()
                    .map(one -> one.getOrDefault(name, 0.0))
                    .sorted()
                    .toList();
            middle.put(name, values.get(values.size() / 2));
        }
        return middle;
    }
}
