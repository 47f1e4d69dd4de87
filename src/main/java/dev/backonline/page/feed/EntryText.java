package dev.backonline.page.feed;

import dev.backonline.incident.Incident;
import dev.backonline.incident.Update;
import dev.backonline.page.Narrator;
import dev.backonline.page.html.Prose;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;

/** What a feed's entry says, as HTML shaped as Statuspage's, which readers of such feeds take apart: the newest update first. */
final class EntryText {
    private EntryText() {}

    static String of(Narrator narrator, Incident incident) {
        return incident.updates().reversed().stream()
                .map(update -> paragraph(narrator, incident, update))
                .collect(Collectors.joining("\n"));
    }

    private static String paragraph(Narrator narrator, Incident incident, Update update) {
        return "<p><small>%s</small><br><strong>%s</strong> - %s</p>"
                .formatted(
                        when(narrator, update),
                        Prose.escaped(narrator.status(update)),
                        Prose.html(narrator.text(incident, update)));
    }

    private static String when(Narrator narrator, Update update) {
        var time = update.at().atZone(narrator.timepiece().zone());
        var month = DateTimeFormatter.ofPattern("MMM", narrator.locale()).format(time);
        var day = "<var data-var='date'>%d</var>".formatted(time.getDayOfMonth());
        var clock = "<var data-var='time'>%s</var>"
                .formatted(DateTimeFormatter.ofPattern("HH:mm").format(time));
        return "%s, %s %s"
                .formatted(
                        monthFirst(narrator) ? month + " " + day : day + " " + month,
                        clock,
                        narrator.timepiece().offset(update.at()));
    }

    private static boolean monthFirst(Narrator narrator) {
        var pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, narrator.locale());
        return pattern.indexOf('M') < pattern.indexOf('d');
    }
}
