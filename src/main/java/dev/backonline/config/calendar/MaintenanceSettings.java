package dev.backonline.config.calendar;

import dev.backonline.catalog.Group;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Setting;
import dev.backonline.catalog.Translated;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** One of {@code maintenance}: what is planned, for which services, and when. */
@RegisterForReflection
public record MaintenanceSettings(
        @Setting(
                value =
                        "A name of its own, in addresses and calendars. By default made of its first service and its start.",
                example = "database-upgrade")
        Optional<ServiceId> id,

        @Setting(value = "What is done, as one text or by language; it is public.", example = "Database upgrade")
        Translated title,

        @Setting(
                value = "What people will notice, as one text or by language; it is public.",
                example = "{ en: \"Messages may arrive late.\" }")
        Optional<Translated> detail,

        @Setting(value = "The services whose failures are expected meanwhile.", fallback = "[]", example = "[chat]")
        List<ServiceId> services,

        @Setting(value = "The groups whose services are meant.", fallback = "[]", example = "[family]")
        List<Group> groups,

        @Setting(
                value = "When it begins (the first time): a time of the zone, unless it says its own offset.",
                example = "2026-12-01T02:00")
        When start,

        @Setting(value = "When it ends (the first time); this or `duration`.", example = "2026-12-01T04:00")
        Optional<When> end,

        @Setting(value = "How long it takes; this or `end`.", example = "2h")
        Optional<Duration> duration,

        @Setting(
                value = "How it comes again, as in RFC 5545; counted from `start`. Without it, it is once.",
                example = "FREQ=WEEKLY;BYDAY=TU")
        Optional<Recurrence> rrule,

        @Setting(value = "The zone of its times. By default that of the page.", example = "Europe/Rome")
        Optional<ZoneId> zone,

        @Setting(
                value = "How long before its start the channels tell of it; at most 60 days.",
                fallback = "1d",
                example = "3d")
        Duration announce,

        @Setting(
                value =
                        "Whether the channels say nothing of it: it is on the page only, and its failures are expected.",
                fallback = "false",
                example = "true")
        boolean quiet) {
    /** Ours: as far ahead as maintenances are looked up. */
    private static final Duration FURTHEST_AHEAD = Duration.ofDays(60);
    /** Ours: longer work is better planned in parts, and a typing error hides no outage for months. */
    private static final Duration LONGEST = Duration.ofDays(31);

    public MaintenanceSettings {
        services = List.copyOf(services);
        groups = List.copyOf(groups);
        if (services.isEmpty() && groups.isEmpty()) {
            throw new IllegalArgumentException("lacks services or groups: which failures are expected?");
        }
        if (end.isPresent() == duration.isPresent()) {
            throw new IllegalArgumentException("should have either 'end' or 'duration'");
        }
        if (announce.isNegative() || announce.compareTo(FURTHEST_AHEAD) > 0) {
            throw new IllegalArgumentException(
                    "announce should not be longer than %d days".formatted(FURTHEST_AHEAD.toDays()));
        }
        var length = length(start, end, duration, zone.orElse(ZoneOffset.UTC));
        if (!length.isPositive()) {
            throw new IllegalArgumentException(
                    end.isPresent() ? "end should be after 'start'" : "duration should be longer than 0s");
        }
        if (length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("%s should not make it longer than %d days"
                    .formatted(end.isPresent() ? "end" : "duration", LONGEST.toDays()));
        }
        if (rrule.filter(rule -> !rule.comesAfter(start.in(zone.orElse(ZoneOffset.UTC))))
                .isPresent()) {
            throw new IllegalArgumentException("rrule should come at least once from 'start' on");
        }
    }

    private static Duration length(When start, Optional<When> end, Optional<Duration> duration, ZoneId zone) {
        return duration.or(() -> end.map(last -> Duration.between(start.in(zone), last.in(zone))))
                .orElse(Duration.ZERO);
    }

    /** How long before its start it is told; empty: not at all. */
    Optional<Duration> ahead() {
        return quiet ? Optional.empty() : Optional.of(announce);
    }

    /** Its maintenances; {@code all} are the services that are meant, {@code usual} the zone when it says none. */
    public Series series(List<ServiceId> all, ZoneId usual) {
        return new Series(this, all, start.in(zone.orElse(usual)), ending(usual));
    }

    /** An end is a time of day, whatever the clocks do in between; a duration is a duration. */
    private Series.Ending ending(ZoneId usual) {
        var place = zone.orElse(usual);
        return end.<Series.Ending>map(last -> {
                    var span = Duration.between(
                            start.in(place).toLocalDateTime(), last.in(place).toLocalDateTime());
                    return from -> from.toLocalDateTime().plus(span).atZone(place);
                })
                .orElseGet(() -> from -> from.plus(duration.orElseThrow()));
    }
}
