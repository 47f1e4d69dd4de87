package dev.backonline.page.calendar;

import dev.backonline.page.Planned;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A maintenance as it was told: its lines that readers compare, since when it is known, when it last changed, and how often its time
 * did (RFC 5545, section 3.8.7.4).
 */
record Revision(Map<String, String> lines, Instant created, Instant changed, int sequence) {
    static final Set<String> SHOWN = Set.of("DTSTART", "DTEND", "STATUS", "SUMMARY", "DESCRIPTION");

    Revision {
        lines = Map.copyOf(lines);
    }

    static Revision first(Map<String, String> lines, Instant now) {
        return new Revision(lines, now, now, 0);
    }

    /** The same, if these are its lines already; else a newer one. */
    Revision next(Map<String, String> newer, Instant now) {
        if (lines.equals(newer)) {
            return this;
        }
        var moved = !when(lines).equals(when(newer));
        return new Revision(newer, created, now, moved ? sequence + 1 : sequence);
    }

    /** What a calendar shows of it. */
    static Map<String, String> lines(Planned planned, Locale language) {
        var maintenance = planned.maintenance();
        return Map.of(
                "DTSTART", Lines.time(maintenance.start()),
                "DTEND", Lines.time(maintenance.end()),
                "STATUS", maintenance.cancelled() ? "CANCELLED" : "CONFIRMED",
                "SUMMARY", Lines.text(planned.title(language)),
                "DESCRIPTION", Lines.text(planned.text(language)));
    }

    private static String when(Map<String, String> lines) {
        return lines.get("DTSTART") + lines.get("DTEND") + lines.get("STATUS");
    }
}
