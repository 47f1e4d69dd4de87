package dev.backonline.config.calendar;

import dev.backonline.catalog.Agenda;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What one entry of {@code maintenance} plans: one maintenance, or one each time that its rule says. Pure. */
public final class Series implements Agenda {
    /** Ours: short, and in order as text. */
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd't'HHmm'z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** The longest is 31 days, and the clocks may be changed in it. */
    private static final Duration LOOK_BACK = Duration.ofDays(32);

    private final MaintenanceSettings settings;
    private final List<ServiceId> services;
    private final ZonedDateTime first;
    private final Ending ending;

    /** When what begins then ends. */
    @FunctionalInterface
    interface Ending {
        ZonedDateTime of(ZonedDateTime start);
    }

    Series(MaintenanceSettings settings, List<ServiceId> services, ZonedDateTime first, Ending ending) {
        this.settings = settings;
        this.services = List.copyOf(services);
        this.first = first;
        this.ending = ending;
    }

    @Override
    public List<Maintenance> between(Instant from, Instant until) {
        return starts(from.minus(LOOK_BACK), until).stream()
                .map(this::maintenance)
                .filter(one -> one.end().isAfter(from) && one.start().isBefore(until))
                .toList();
    }

    private List<ZonedDateTime> starts(Instant from, Instant until) {
        return settings.rrule().map(rule -> rule.starts(first, from, until)).orElse(List.of(first));
    }

    private Maintenance maintenance(ZonedDateTime start) {
        return new Maintenance(
                id(start),
                settings.title(),
                settings.detail(),
                services,
                start.toInstant(),
                ending.of(start).toInstant(),
                false,
                settings.ahead());
    }

    /** What is named and happens once has just its name; all others are told apart by when they begin. */
    private MaintenanceId id(ZonedDateTime start) {
        var name = settings.id().orElse(services.getFirst()).value();
        return new MaintenanceId(
                settings.id().isPresent() && settings.rrule().isEmpty() ? name : name + "-" + STAMP.format(start));
    }
}
