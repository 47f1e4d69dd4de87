package dev.backonline.bot.pace;

import dev.backonline.check.CheckId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** How well the checks keep their pace, as figures. */
public final class PaceFigures implements Pacer.Listener {
    private final Timer lateness;
    private final Counter skipped;

    public PaceFigures(MeterRegistry figures) {
        lateness = figures.timer("backonline.checks.lateness");
        skipped = figures.counter("backonline.checks.skipped");
    }

    @Override
    public void began(CheckId check, long lateNanos) {
        lateness.record(lateNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void skipped(CheckId check, long slots) {
        skipped.increment((double) slots);
    }
}
