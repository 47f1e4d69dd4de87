package dev.backonline.verdict.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How wide a bucket is. Hours and days are those of the page's zone, so that a bar of the page is whole hours, whatever its zone. */
public enum Width {
    MINUTE,
    HOUR,
    DAY;

    /** The shortest step by which a zone's clock is known to be set for summer time. */
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    /** When the bucket begins that this time is in. */
    public Instant start(Instant time, ZoneId zone) {
        return switch (this) {
            case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> time.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> time.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        };
    }

    /** When the bucket ends that begins then: an hour may take half an hour, or one and a half, where clocks are set by that. */
    public Instant end(Instant start, ZoneId zone) {
        return switch (this) {
            case MINUTE -> start.plus(1, ChronoUnit.MINUTES);
            case HOUR -> hourEnd(start, zone);
            case DAY ->
                start.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        };
    }

    private Instant hourEnd(Instant start, ZoneId zone) {
        var next = start.plus(1, ChronoUnit.HOURS);
        while (!start(next, zone).isAfter(start)) {
            next = next.plus(HALF_HOUR);
        }
        return start(next, zone);
    }
}
