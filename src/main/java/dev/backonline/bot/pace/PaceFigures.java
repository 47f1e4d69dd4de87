package dev.backonline.bot.pace;

import dev.backonline.check.CheckId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How well the checks keep their pace, as figures. */
public final class PaceFigures implements Pacer.Listener {
    /** Ours: 99 of 100 checks begin no later than this, with ten thousand of them every ten seconds. */
    static final Duration PROMISED = Duration.ofMillis(100);

    private final Timer lateness;
    private final Counter skipped;

    public PaceFigures(MeterRegistry figures) {
        lateness = Timer.builder("backonline.checks.lateness")
                .serviceLevelObjectives(Duration.ofMillis(50), PROMISED, Duration.ofMillis(250), Duration.ofSeconds(1))
                .register(figures);
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
