package dev.backonline.bot.operation;

import dev.backonline.bot.trace.Spans;
import dev.backonline.channel.Clock;
import dev.backonline.check.Observation.Location;
import dev.backonline.check.Wire;
import dev.backonline.incident.Alarm;
import dev.backonline.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an operation works with, whatever its configuration says; {@code owner} names this process in leases,
 * {@code location} says where its checks are asked from, {@code misread} whether a newer file can't be used,
 * {@code spans} where traces are left, if they are.
 */
public record Tools(
        Store store,
        Wire wire,
        Clock clock,
        MeterRegistry figures,
        String owner,
        Location location,
        Supplier<Optional<Alarm.Misread>> misread,
        Optional<Spans> spans) {
    /** In a process that was not told its place. */
    public Tools(Store store, Wire wire, Clock clock, MeterRegistry figures, String owner) {
        this(store, wire, clock, figures, owner, Location.HERE, Optional::empty, Optional.empty());
    }

    /** The same with another store. */
    Tools with(Store other) {
        return new Tools(other, wire, clock, figures, owner, location, misread, spans);
    }
}
