package dev.backonline.bot.watch;

import dev.backonline.catalog.Agenda;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The maintenances around now, looked up in every agenda from time to time; in between they are at hand without any work. */
public final class Upkeep {
    /** Ours: as far back as the page's history of a quarter. */
    private static final Duration PAST = Duration.ofDays(90);
    /** Ours: far enough ahead for a calendar, and near enough that a daily one does not fill it. */
    private static final Duration AHEAD = Duration.ofDays(60);

    private final List<Agenda> agendas;
    private volatile List<Maintenance> known = List.of();

    /** A maintenance that several agendas know is as the last of them says. */
    public Upkeep(List<Agenda> agendas) {
        this.agendas = List.copyOf(agendas);
    }

    /** Looks at the agendas. May block on the database. */
    public void refresh(Instant now) {
        Map<MaintenanceId, Maintenance> found = new LinkedHashMap<>();
        for (var agenda : agendas) {
            agenda.between(now.minus(PAST), now.plus(AHEAD)).forEach(one -> found.put(one.id(), one));
        }
        known = found.values().stream().sorted(Maintenance.IN_ORDER).toList();
    }

    /** Those that were known at the last look, the earliest first. */
    public List<Maintenance> known() {
        return known;
    }
}
