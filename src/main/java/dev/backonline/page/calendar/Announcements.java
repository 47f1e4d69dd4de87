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
public record Announcements(SequencedMap<Maintenance, Revision> revisions) {
    static final String PATH = "/maintenance.ics";

    /** The newest revisions, in the order of the model. */
    public static Announcements of(PageModel model, Site present) {
        var told =
                present.find(PATH).map(Document::text).map(Announcements::told).orElse(Map.of());
        var narrator = model.narrator(model.identity().language());
        var now = model.at().truncatedTo(ChronoUnit.SECONDS);
        var revisions = new LinkedHashMap<Maintenance, Revision>();
        for (var planned : model.maintenances()) {
            var maintenance = planned.maintenance();
            var lines = Revision.lines(planned, narrator.locale());
            revisions.put(
                    maintenance,
                    Optional.ofNullable(told.get(uid(maintenance.id(), narrator)))
                            .map(before -> before.next(lines, now))
                            .orElseGet(() -> Revision.first(lines, now)));
        }
        return new Announcements(revisions);
    }

    /** Since when it is known. */
    public Instant created(Planned planned) {
        return revision(planned).created();
    }

    /** When something new was last said of it: that it was planned, moved, began or ended. */
    public Instant updated(Planned planned) {
        var maintenance = planned.maintenance();
        return switch (planned.stage()) {
            case SCHEDULED, CANCELLED -> revision(planned).changed();
            case IN_PROGRESS -> later(revision(planned).changed(), maintenance.start());
            case COMPLETED -> later(revision(planned).changed(), maintenance.end());
        };
    }

    Revision revision(Planned planned) {
        return Optional.ofNullable(revisions.get(planned.maintenance())).orElseThrow();
    }

    static String uid(MaintenanceId id, Narrator narrator) {
        var host = narrator.model().identity().url().getHost();
        return id + "@" + (host == null ? "localhost" : host);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Map<String, Revision> told(String calendar) {
        var told = new HashMap<String, Revision>();
        for (var event : Lines.unfolded(calendar).split("BEGIN:VEVENT\r\n", -1)) {
            var lines = new HashMap<String, String>();
            Arrays.stream(event.split("\r\n", -1))
                    .map(line -> line.split(":", 2))
                    .filter(line -> line.length == 2)
                    .forEach(line -> lines.put(line[0], line[1]));
            revision(lines).ifPresent(revision -> told.put(lines.getOrDefault("UID", ""), revision));
        }
        return told;
    }

    /** As {@link Calendar} writes it; what another version of it wrote is forgotten. */
    private static Optional<Revision> revision(Map<String, String> lines) {
        try {
            var shown = new HashMap<>(lines);
            shown.keySet().retainAll(Revision.SHOWN);
            return Optional.of(new Revision(
                    shown,
                    Lines.time(lines.getOrDefault("CREATED", "")),
                    Lines.time(lines.getOrDefault("LAST-MODIFIED", "")),
                    Integer.parseInt(lines.getOrDefault("SEQUENCE", ""))));
        } catch (DateTimeParseException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
