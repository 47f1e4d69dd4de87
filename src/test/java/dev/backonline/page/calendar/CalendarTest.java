package dev.backonline.page.calendar;

import static dev.backonline.page.Piazza.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Maintenance;
import dev.backonline.house.Golden;
import dev.backonline.page.Document;
import dev.backonline.page.PageModel;
import dev.backonline.page.Piazza;
import dev.backonline.page.Sheet;
import dev.backonline.page.Site;
import dev.backonline.page.Works;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** The calendar, read and validated by a library that calendars are made of. */
class CalendarTest {
    private final Calendar calendar = new Calendar();

    @Test
    void maintenances_are_events_in_utc() throws Exception {
        var site = shown(Site.EMPTY, NOW, Works.PAST, Works.PRESENT, Works.COMING);

        var events = events(site);

        assertThat(events).hasSize(3);
        assertThat(value(events.getLast(), Property.DTSTART)).isEqualTo("20260620T183000Z");
        assertThat(value(events.getLast(), Property.DTEND)).isEqualTo("20260620T200000Z");
        assertThat(value(events.getLast(), Property.SUMMARY)).isEqualTo("Manutenzione dei pagamenti");
        assertThat(value(events.getLast(), Property.DESCRIPTION))
                .isEqualTo("I pagamenti, e con loro il negozio, potrebbero fermarsi; riprendono da soli.");
        assertThat(events)
                .extracting(event -> value(event, Property.UID))
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.endsWith("@status.piazza.example"));
        Golden.matches("page/planned/maintenance.ics", text(site).replace("\r\n", "\n"));
    }

    @Test
    void lines_are_broken_as_they_must_be() {
        var site = shown(Site.EMPTY, NOW, Works.COMING);

        assertThat(text(site)).endsWith("END:VCALENDAR\r\n").doesNotContainPattern("[^\r]\n");
        assertThat(text(site).split("\r\n", -1)).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void another_time_raises_the_sequence_and_keeps_the_event() throws Exception {
        var first = shown(Site.EMPTY, NOW, Works.COMING);
        var later = Works.work("tidy-2026-06-20", Works.COMING.start().plus(Duration.ofHours(3)), 90);

        var same = shown(first, NOW.plusSeconds(60), Works.COMING);
        var moved = shown(same, NOW.plusSeconds(120), later);
        var again = shown(moved, NOW.plusSeconds(180), later);

        assertThat(text(same)).isEqualTo(text(first));
        assertThat(text(again)).isEqualTo(text(moved));
        var event = events(moved).getFirst();
        assertThat(value(event, Property.UID)).isEqualTo(value(events(first).getFirst(), Property.UID));
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(event, Property.CREATED)).isEqualTo("20260618T183000Z");
        assertThat(value(event, Property.DTSTAMP)).isEqualTo("20260618T183200Z");
    }

    @Test
    void what_is_called_off_stays_and_says_so() throws Exception {
        var first = shown(Site.EMPTY, NOW, Works.COMING);

        var off = shown(first, NOW.plusSeconds(60), Works.COMING.calledOff());

        var event = events(off).getFirst();
        assertThat(value(event, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("1");
    }

    @Test
    void without_any_maintenance_there_is_a_calendar_all_the_same() throws Exception {
        assertThat(events(shown(Site.EMPTY, NOW))).isEmpty();
    }

    @Test
    void what_was_kept_by_something_else_is_forgotten() throws Exception {
        var odd = Document.of(Sheet.of("text/calendar", "BEGIN:VEVENT\r\nUID:tidy\r\nSEQUENCE:x\r\n"), NOW);
        var present = new Site(List.of("it"), NOW, Map.of("/maintenance.ics", odd), Map.of(), Site.EMPTY.policy());

        assertThat(value(events(shown(present, NOW, Works.COMING)).getFirst(), Property.SEQUENCE))
                .isEqualTo("0");
    }

    private Site shown(Site present, Instant now, Maintenance... works) {
        var model = Works.on(Piazza.with(), now, works);
        return site(model, present);
    }

    private Site site(PageModel model, Site present) {
        var documents = new HashMap<String, Document>();
        calendar.write(model, present)
                .forEach((path, sheet) -> documents.put(path, present.document(path, sheet, model.at())));
        return new Site(List.of("it", "en"), model.at(), documents, Map.of(), Site.EMPTY.policy());
    }

    private static String text(Site site) {
        return site.find("/maintenance.ics").orElseThrow().text();
    }

    private static List<VEvent> events(Site site) throws Exception {
        var read = new CalendarBuilder().build(new StringReader(text(site)));
        var result = read.validate();
        assertThat(result.hasErrors()).as("%s", result).isFalse();
        return read.getComponents("VEVENT");
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property)
                .map(Property.class::cast)
                .map(Property::getValue)
                .orElse("");
    }
}
