package dev.backonline.page.html;

import dev.backonline.page.Narrator;
import dev.backonline.page.Tone;
import dev.backonline.verdict.history.Past;
import dev.backonline.verdict.history.Past.Day;
import dev.backonline.verdict.history.StateTime;
import io.quarkus.qute.RawString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service's days as a row of bars. Plain days are one dashed line, since most days are plain and a page has many services; each other
 * day has its own pattern, so that it is told apart without its colour, and says what it was when pointed at.
 */
record UptimeBar(Narrator narrator, Past past) {
    private static final Duration SPAN = Duration.ofDays(Past.DAYS);

    /** From one bar to the next; the style draws a bar 3 wide. */
    private static final int STEP = 4;

    private static final int WIDTH = 3;
    private static final int HEIGHT = 32;
    /** The middle of a plain bar, which stands on the ground and is lower than a bar of trouble. */
    private static final int PLAIN = 21;
    /** The top of a stub for a day of which nothing is known. */
    private static final int STUB = 24;

    RawString svg() {
        var svg = new StringBuilder(
                "<svg class=\"bars\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s\">"
                        .formatted(Past.DAYS * STEP - 1, HEIGHT, Prose.escaped(summary())));
        plain(svg);
        var days = past.days();
        for (var index = 0; index < days.size(); index++) {
            var tone = tone(days.get(index).time());
            if (tone == Tone.UNKNOWN) {
                index += unknown(svg, index) - 1;
            } else if (tone != Tone.WORKING) {
                bar(svg, tone, "M%d.5 0V%d".formatted(index * STEP + 1, HEIGHT), text(days.get(index)));
            }
        }
        return new RawString(svg.append("</svg>").toString());
    }

    private static void bar(StringBuilder svg, Tone tone, String path, String text) {
        svg.append("<path class=\"%s\" d=\"%s\"><title>%s</title></path>"
                .formatted(tone.key(), path, Prose.escaped(text)));
    }

    /** Days of which nothing is known, as most are at first, are one path of stubs; gives how many days it has. */
    private int unknown(StringBuilder svg, int first) {
        var run = past.days().subList(first, past.days().size()).stream()
                .takeWhile(day -> tone(day.time()) == Tone.UNKNOWN)
                .toList();
        var path = new StringBuilder();
        for (var index = first; index < first + run.size(); index++) {
            path.append("M%d.5 %dV%d".formatted(index * STEP + 1, STUB, HEIGHT));
        }
        bar(svg, Tone.UNKNOWN, path.toString(), run.size() == 1 ? text(run.getFirst()) : text(run));
        return run.size();
    }

    private String text(List<Day> run) {
        var timepiece = narrator.timepiece();
        return "%s – %s: %s"
                .formatted(
                        timepiece.brief(run.getFirst().date()),
                        timepiece.brief(run.getLast().date()),
                        narrator.word("state-unknown"));
    }

    /** Runs of plain days, each a line whose dashes are the bars. */
    private void plain(StringBuilder svg) {
        var path = new StringBuilder();
        var run = 0;
        for (var index = 0; index <= past.days().size(); index++) {
            if (index < past.days().size() && tone(past.days().get(index).time()) == Tone.WORKING) {
                run++;
            } else if (run > 0) {
                path.append("M%d %dh%d".formatted((index - run) * STEP, PLAIN, (run - 1) * STEP + WIDTH));
                run = 0;
            }
        }
        if (!path.isEmpty()) {
            svg.append("<path class=\"working\" d=\"").append(path).append("\"/>");
        }
    }

    /** What it shows, for those who can't see it. */
    private String summary() {
        var troubled =
                past.days().stream().filter(day -> tone(day.time()).isTrouble()).toList();
        var days = troubled.isEmpty()
                ? narrator.word("days-none")
                : narrator.word("days-trouble", Map.of("count", Integer.toString(troubled.size())));
        var uptime = uptime();
        return uptime.isEmpty() ? days : "%s: %s. %s".formatted(narrator.span(SPAN), uptime, days);
    }

    /** The share of time in which it worked; it says so where it worked slowly for a part of it. */
    String uptime() {
        var time = past.last(Past.DAYS);
        return percent(narrator, time)
                .map(percent -> time.degraded().isZero()
                        ? narrator.word("uptime", Map.of("percent", percent))
                        : narrator.word(
                                "uptime-slow", Map.of("percent", percent, "span", narrator.span(time.degraded()))))
                .orElse("");
    }

    /** Rounded down, so that it is never all of it where there was trouble; empty: nothing is known. */
    static Optional<String> percent(Narrator narrator, StateTime time) {
        return time.uptime().stream().mapToObj(narrator.timepiece()::percent).findFirst();
    }

    /** The worst of a day's trouble; else maintenance; not known only if most of the day is not. */
    static Tone tone(StateTime time) {
        if (time.major().isPositive()) {
            return Tone.MAJOR;
        }
        if (time.partial().isPositive()) {
            return Tone.PARTIAL;
        }
        if (time.degraded().isPositive()) {
            return Tone.DEGRADED;
        }
        if (time.maintenance().isPositive()) {
            return Tone.MAINTENANCE;
        }
        return time.unknown().multipliedBy(2).compareTo(time.span()) > 0
                        || time.span().isZero()
                ? Tone.UNKNOWN
                : Tone.WORKING;
    }

    private String text(Day day) {
        var said = said(narrator, day.time());
        return narrator.timepiece().brief(day.date()) + (said.isEmpty() ? "" : ": " + said);
    }

    /** How long it was in each state other than working, such as "Down 12 minutes". */
    static String said(Narrator narrator, StateTime time) {
        var parts = new ArrayList<String>();
        say(narrator, Tone.MAJOR, time.major(), parts);
        say(narrator, Tone.PARTIAL, time.partial(), parts);
        say(narrator, Tone.DEGRADED, time.degraded(), parts);
        say(narrator, Tone.MAINTENANCE, time.maintenance(), parts);
        say(narrator, Tone.UNKNOWN, time.unknown(), parts);
        return String.join(", ", parts);
    }

    private static void say(Narrator narrator, Tone tone, Duration time, List<String> parts) {
        if (time.isPositive()) {
            parts.add(narrator.word("state-" + tone.key()) + " " + narrator.span(time));
        }
    }
}
