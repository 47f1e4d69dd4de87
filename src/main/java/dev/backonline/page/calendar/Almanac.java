package dev.backonline.page.calendar;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.page.Document;
import dev.backonline.page.Narrator;
import dev.backonline.page.PageModel;
import dev.backonline.page.Planned;
import dev.backonline.page.Site;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The maintenances with what was told of them before. Nothing but the calendar that is shown at present remembers it, which is kept
 * on disk with the rest of the site: without one, everything is told for the first time.
 */
public record Almanac(SequencedMap<Maintenance, Edition> editions) {
    static final String PATH = "/maintenance.ics";

    /** The newest editions, in the order of the model. */
    public static Almanac of(PageModel model, Site present) {
        var told = present.find(PATH).map(Document::text).map(Almanac::told).orElse(Map.of());
        var narrator = model.narrator(model.identity().language());
        var now = model.at().truncatedTo(ChronoUnit.SECONDS);
        var editions = new LinkedHashMap<Maintenance, Edition>();
        for (var planned : model.maintenances()) {
            var maintenance = planned.maintenance();
            var lines = Edition.lines(planned, narrator.locale());
            editions.put(
                    maintenance,
                    Optional.ofNullable(told.get(uid(maintenance.id(), narrator)))
                            .map(before -> before.next(lines, now))
                            .orElseGet(() -> Edition.first(lines, now)));
        }
        return new Almanac(editions);
    }

    /** Since when it is known. */
    public Instant created(Planned planned) {
        return edition(planned).created();
    }

    /** When something new was last said of it: that it was planned, moved, began or ended. */
    public Instant updated(Planned planned) {
        var maintenance = planned.maintenance();
        return switch (planned.stage()) {
            case SCHEDULED, CANCELLED -> edition(planned).changed();
            case IN_PROGRESS -> later(edition(planned).changed(), maintenance.start());
            case COMPLETED -> later(edition(planned).changed(), maintenance.end());
        };
    }

    Edition edition(Planned planned) {
        return Optional.ofNullable(editions.get(planned.maintenance())).orElseThrow();
    }

    static String uid(MaintenanceId id, Narrator narrator) {
        var host = narrator.model().identity().url().getHost();
        return id + "@" + (host == null ? "localhost" : host);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Map<String, Edition> told(String calendar) {
        var told = new HashMap<String, Edition>();
        for (var event : Lines.unfolded(calendar).split("BEGIN:VEVENT\r\n", -1)) {
            var lines = new HashMap<String, String>();
            Arrays.stream(event.split("\r\n", -1))
                    .map(line -> line.split(":", 2))
                    .filter(line -> line.length == 2)
                    .forEach(line -> lines.put(line[0], line[1]));
            edition(lines).ifPresent(edition -> told.put(lines.getOrDefault("UID", ""), edition));
        }
        return told;
    }

    /** As {@link Calendar} writes it; what another version of it wrote is forgotten. */
    private static Optional<Edition> edition(Map<String, String> lines) {
        try {
            var shown = new HashMap<>(lines);
            shown.keySet().retainAll(Edition.SHOWN);
            return Optional.of(new Edition(
                    shown,
                    Lines.time(lines.getOrDefault("CREATED", "")),
                    Lines.time(lines.getOrDefault("LAST-MODIFIED", "")),
                    Integer.parseInt(lines.getOrDefault("SEQUENCE", ""))));
        } catch (DateTimeParseException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
