package dev.backonline.store;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceBook;
import dev.backonline.catalog.MaintenanceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The simplest book of maintenances. */
final class MemoryMaintenances implements MaintenanceBook {
    private final Map<MaintenanceId, Maintenance> written = new HashMap<>();

    @Override
    public synchronized void write(Maintenance maintenance) {
        written.put(maintenance.id(), maintenance);
    }

    @Override
    public synchronized List<Maintenance> between(Instant from, Instant until) {
        return written.values().stream()
                .filter(one -> one.end().isAfter(from) && one.start().isBefore(until))
                .sorted(Maintenance.IN_ORDER)
                .toList();
    }
}
