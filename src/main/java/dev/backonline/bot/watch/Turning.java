package dev.backonline.bot.watch;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.Observation;

/** Hears of each observation after which a verdict says something new. Called on the observing thread; never blocks. */
@FunctionalInterface
public interface Turning {
    void turned(ServiceId service, Observation by);
}
