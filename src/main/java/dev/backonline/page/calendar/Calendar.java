package dev.backonline.page.calendar;

import dev.backonline.page.Chapter;
import dev.backonline.page.Narrator;
import dev.backonline.page.PageModel;
import dev.backonline.page.Planned;
import dev.backonline.page.Sheet;
import dev.backonline.page.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The planned maintenances as iCalendar (RFC 5545): in the page's first language at the root, and in each under its path. Without a
 * METHOD, as a calendar that is subscribed to is; times are in UTC, so that no zone needs to be described.
 */
public final class Calendar implements Chapter {
    private static final String TYPE = "text/calendar; charset=utf-8";
    /** A calendar needs something in it (RFC 5545, section 3.6); a zone that nothing uses is shown nowhere. */
    private static final List<String> EMPTY = List.of(
            "BEGIN:VTIMEZONE",
            "TZID:Etc/UTC",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0000",
            "TZOFFSETTO:+0000",
            "END:STANDARD",
            "END:VTIMEZONE");

    @Override
    public Map<String, Sheet> write(PageModel model) {
        return write(model, Site.EMPTY);
    }

    @Override
    public Map<String, Sheet> write(PageModel model, Site present) {
        var announcements = Announcements.of(model, present);
        var calendars = new HashMap<String, Sheet>();
        calendars.put(Announcements.PATH, calendar(model, model.identity().language(), announcements));
        for (var language : model.identity().languages()) {
            calendars.put(
                    "/" + language.toLanguageTag() + Announcements.PATH, calendar(model, language, announcements));
        }
        return calendars;
    }

    private static Sheet calendar(PageModel model, Locale language, Announcements announcements) {
        var narrator = model.narrator(language);
        var text = new StringBuilder();
        var name = Lines.text(narrator.page());
        List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Backonline//Status page//EN",
                        "CALSCALE:GREGORIAN",
                        "NAME:" + name,
                        // What calendars went by before NAME (RFC 7986, section 5.1).
                        "X-WR-CALNAME:" + name,
                        "URL:" + model.identity().url(),
                        // RFC 7986, section 5.7: how often to look again.
                        "REFRESH-INTERVAL;VALUE=DURATION:PT1H")
                .forEach(line -> text.append(Lines.folded(line)));
        if (model.maintenances().isEmpty()) {
            EMPTY.forEach(line -> text.append(Lines.folded(line)));
        }
        model.maintenances().forEach(planned -> text.append(event(narrator, planned, announcements.revision(planned))));
        return Sheet.of(TYPE, text.append("END:VCALENDAR\r\n").toString());
    }

    private static String event(Narrator narrator, Planned planned, Revision revision) {
        var text = new StringBuilder("BEGIN:VEVENT\r\n");
        var lines = new TreeMap<>(Revision.lines(planned, narrator.locale()));
        lines.put("UID", Announcements.uid(planned.maintenance().id(), narrator));
        lines.put("DTSTAMP", Lines.time(revision.changed()));
        lines.put("CREATED", Lines.time(revision.created()));
        lines.put("LAST-MODIFIED", Lines.time(revision.changed()));
        lines.put("SEQUENCE", Integer.toString(revision.sequence()));
        lines.put("TRANSP", "TRANSPARENT");
        lines.put("URL", narrator.model().identity().url().toString());
        lines.forEach((name, value) -> text.append(Lines.folded(name + ":" + value)));
        return text.append("END:VEVENT\r\n").toString();
    }
}
