package dev.backonline.bot.operation;

import dev.backonline.channel.Clock;
import dev.backonline.check.Observation.Location;
import dev.backonline.check.Wire;
import dev.backonline.store.Store;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What an operation works with, whatever its configuration says; {@code owner} names this process in leases,
 * {@code location} says where its checks are asked from.
 */
public record Tools(Store store, Wire wire, Clock clock, MeterRegistry figures, String owner, Location location) {
    /** In a process that was not told its place. */
    public Tools(Store store, Wire wire, Clock clock, MeterRegistry figures, String owner) {
        this(store, wire, clock, figures, owner, Location.HERE);
    }

    /** The same with another store. */
    Tools with(Store other) {
        return new Tools(other, wire, clock, figures, owner, location);
    }
}
