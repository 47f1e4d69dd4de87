package dev.backonline.config.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** A day and a time of day, of the zone that goes with it unless it says its own offset; such as {@code 2026-12-01T02:00}. */
@RegisterForReflection
public record When(LocalDateTime local, Optional<ZoneOffset> offset) {
    public static When parse(String text) {
        var iso = text.strip().replaceFirst("(\\d) (\\d)", "$1T$2");
        try {
            if (iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)")) {
                var time = OffsetDateTime.parse(iso);
                return new When(time.toLocalDateTime(), Optional.of(time.getOffset()));
            }
            return new When(LocalDateTime.parse(iso), Optional.empty());
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(
                    "'%s' should be like 2026-12-01T02:00, with or without an offset such as +01:00 or Z"
                            .formatted(text));
        }
    }

    /** The same moment as it is called in a zone. A time that the clock leaves out there is as much later as is left out. */
    public ZonedDateTime in(ZoneId zone) {
        return offset.map(known -> local.atOffset(known).atZoneSameInstant(zone))
                .orElseGet(() -> local.atZone(zone));
    }
}
