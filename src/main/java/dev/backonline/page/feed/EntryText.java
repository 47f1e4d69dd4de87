package dev.backonline.page.feed;

import dev.backonline.incident.Incident;
import dev.backonline.incident.Update;
import dev.backonline.page.Narrator;
import dev.backonline.page.Planned;
import dev.backonline.page.html.Prose;
import java.time.Instant;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a feed's entry says, as HTML shaped as Statuspage's, which readers of such feeds take apart: the newest update first. */
final class EntryText {
    private EntryText() {}

    static String of(Narrator narrator, Incident incident) {
        return incident.updates().reversed().stream()
                .map(update -> paragraph(narrator, incident, update))
                .collect(Collectors.joining("\n"));
    }

    /** Begins with the words that readers of such feeds know a maintenance by. */
    static String of(Narrator narrator, Planned planned, Instant updated) {
        var maintenance = planned.maintenance();
        var stage = planned.stage().name().toLowerCase(Locale.ROOT);
        return "<p><strong>THIS IS A SCHEDULED EVENT %s - %s</strong></p>\n"
                        .formatted(when(narrator, maintenance.start()), when(narrator, maintenance.end()))
                + paragraph(when(narrator, updated), narrator.word("status-" + stage), planned.text(narrator.locale()));
    }

    private static String paragraph(Narrator narrator, Incident incident, Update update) {
        return paragraph(when(narrator, update.at()), narrator.status(update), narrator.text(incident, update));
    }

    private static String paragraph(String when, String status, String text) {
        return "<p><small>%s</small><br><strong>%s</strong> - %s</p>"
                .formatted(when, Prose.escaped(status), Prose.html(text));
    }

    private static String when(Narrator narrator, Instant at) {
        var time = at.atZone(narrator.timepiece().zone());
        var month = DateTimeFormatter.ofPattern("MMM", narrator.locale()).format(time);
        var day = "<var data-var='date'>%d</var>".formatted(time.getDayOfMonth());
        var clock = "<var data-var='time'>%s</var>"
                .formatted(DateTimeFormatter.ofPattern("HH:mm").format(time));
        return "%s, %s %s"
                .formatted(
                        monthFirst(narrator) ? month + " " + day : day + " " + month,
                        clock,
                        narrator.timepiece().offset(at));
    }

    private static boolean monthFirst(Narrator narrator) {
        var pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, narrator.locale());
        return pattern.indexOf('M') < pattern.indexOf('d');
    }
}
