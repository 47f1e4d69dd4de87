package dev.backonline.page.html;

import dev.backonline.catalog.Service;
import dev.backonline.incident.Incident;
import dev.backonline.page.Narrator;
import dev.backonline.page.Tone;
import dev.backonline.verdict.history.Past;
import dev.backonline.verdict.history.StateTime;
import io.quarkus.qute.RawString;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A service's own page: its state, what is remembered of it in pictures and as a table, and its incidents. */
@RegisterForReflection
record Portrait(
        ServiceRow row,
        List<Share> shares,
        List<ServiceRow.Plot> daily,
        RawString table,
        List<Story> current,
        List<Story> past) {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MONTH = 30;

    /** The share of time in which it worked. */
    @RegisterForReflection
    record Share(String span, String percent) {}

    static Portrait of(Narrator narrator, Service service) {
        var past = narrator.model().history(service.id());
        var incidents = narrator.model().incidents().stream()
                .filter(incident -> incident.involved(service.id()).isPresent())
                .toList();
        return new Portrait(
                ServiceRow.of(narrator, service),
                past.map(one -> shares(narrator, one)).orElse(List.of()),
                past.map(one -> ServiceRow.Plot.of(new LatencyPlot(narrator, one.daily())))
                        .orElse(List.of()),
                past.map(one -> table(narrator, one)).orElse(new RawString("")),
                incidents.stream()
                        .filter(Incident::isOpen)
                        .map(one -> Story.current(narrator, one))
                        .toList(),
                incidents.stream()
                        .filter(one -> !one.isOpen())
                        .map(one -> Story.past(narrator, one))
                        .toList());
    }

    Tone tone() {
        return Tone.valueOf(row.tone().toUpperCase(Locale.ROOT));
    }

    private static List<Share> shares(Narrator narrator, Past past) {
        return Stream.of(
                        share(narrator, Duration.ofDays(1), past.latest()),
                        share(narrator, WEEK, past.last((int) WEEK.toDays())),
                        share(narrator, Duration.ofDays(MONTH), past.last(MONTH)),
                        share(narrator, Duration.ofDays(Past.DAYS), past.last(Past.DAYS)))
                .toList();
    }

    private static Share share(Narrator narrator, Duration span, StateTime time) {
        return new Share(
                narrator.span(span), UptimeBar.percent(narrator, time).orElseGet(() -> narrator.word("state-unknown")));
    }

    /** Every day in words, the newest first: what the pictures show. */
    private static RawString table(Narrator narrator, Past past) {
        var rows = new StringBuilder();
        IntStream.iterate(past.days().size() - 1, index -> index >= 0, index -> index - 1)
                .forEach(index -> row(narrator, past, index, rows));
        return new RawString(rows.toString());
    }

    private static void row(Narrator narrator, Past past, int index, StringBuilder rows) {
        var day = past.days().get(index);
        var latency = index < past.daily().size()
                ? new LatencyPlot(narrator, past.daily().subList(index, index + 1)).newest()
                : "";
        rows.append("<tr><th scope=\"row\"><time datetime=\"%s\">%s</time></th><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        day.date(),
                        Prose.escaped(narrator.timepiece().brief(day.date())),
                        Prose.escaped(UptimeBar.percent(narrator, day.time()).orElse("–")),
                        Prose.escaped(UptimeBar.said(narrator, day.time())),
                        Prose.escaped(latency.isEmpty() ? "–" : latency)));
    }
}
