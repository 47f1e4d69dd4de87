package dev.backonline.bot.watch;

import io.micrometer.core.instrument.MeterRegistry;

/** Shows what keeps verdicts from being reached. */
public final class WatchFigures {
    private WatchFigures() {}

    /** The same watch, with its figures shown. */
    public static Watch shown(Watch watch, MeterRegistry figures) {
        figures.gauge("backonline.own.side.failing", watch, one -> one.ownSideFails() ? 1 : 0);
        figures.gauge("backonline.services.lacking.locations", watch, Watch::lackingLocations);
        return watch;
    }
}
