package dev.backonline.bot.watch;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.operator.command.MaintenanceRoutes.Caretaker;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Plans and calls off at the time of the clock. */
public record Planning(Upkeep upkeep, InstantSource clock) implements Caretaker {

    @Override
    public List<Maintenance> known() {
        return upkeep.known();
    }

    @Override
    public Optional<String> plan(Maintenance maintenance) {
        return upkeep.plan(maintenance, clock.instant());
    }

    @Override
    public Optional<String> callOff(MaintenanceId maintenance) {
        return upkeep.callOff(maintenance, clock.instant());
    }
}
