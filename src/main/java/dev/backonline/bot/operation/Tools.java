package dev.backonline.bot.operation;

import dev.backonline.channel.Clock;
import dev.backonline.check.Wire;
import dev.backonline.store.Store;
import io.micrometer.core.instrument.MeterRegistry;

/** What an operation works with, whatever its configuration says; {@code owner} names this process in leases. */
public record Tools(Store store, Wire wire, Clock clock, MeterRegistry figures, String owner) {
    /** The same with another store. */
    Tools with(Store other) {
        return new Tools(other, wire, clock, figures, owner);
    }
}
