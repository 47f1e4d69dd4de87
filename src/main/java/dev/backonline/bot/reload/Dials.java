package dev.backonline.bot.reload;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.stream.Collectors;

/** The gauges of one operation: they show what it holds, and would show that for ever if they did not go with it. */
public final class Dials {
    private static final String OURS = "backonline.";

    private final MeterRegistry figures;
    private final Set<Meter.Id> others;

    /** To be made before any gauge of the operation; those that there are belong to somebody else. */
    public Dials(MeterRegistry figures) {
        this.figures = figures;
        this.others = figures.getMeters().stream().map(Meter::getId).collect(Collectors.toSet());
    }

    /** What is counted goes on being counted. */
    public void remove() {
        figures.getMeters().stream()
                .filter(meter -> meter.getId().getType() == Meter.Type.GAUGE)
                .filter(meter -> meter.getId().getName().startsWith(OURS) && !others.contains(meter.getId()))
                .forEach(figures::remove);
    }
}
