package dev.backonline.bot.pace;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/** Who keeps the pace of the checks, and who notices when this machine can't; they go together from one operation to the next. */
public record Tempo(Pacer pacer, Strain strain) {
    /** {@code nanos} gives monotonic nanoseconds. No check is asked yet. */
    public static Tempo begun(LongSupplier nanos, MeterRegistry figures) {
        var strain = new Strain(nanos, new PaceFigures(figures));
        return new Tempo(new Pacer(nanos, Pacer.GRAIN, strain), strain);
    }
}
