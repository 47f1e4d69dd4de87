package dev.backonline.bot.desk;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.IncidentId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Set;

/** Counts the promises of news that were kept and missed, among those that were made while this process ran. */
final class PromiseFigures {
    private final Counter kept;
    private final Counter missed;
    private final Set<IncidentId> promised = new HashSet<>();

    PromiseFigures(MeterRegistry figures) {
        kept = counter(figures, "kept");
        missed = counter(figures, "missed");
    }

    /** From the start, so that nobody has to guess what a figure that is not there means. */
    private static Counter counter(MeterRegistry figures, String outcome) {
        return Counter.builder("backonline.promises")
                .description("Promises of news at a time, by what came of them")
                .tag("outcome", outcome)
                .register(figures);
    }

    /** Whatever is told keeps what was promised before, and may promise more. */
    synchronized void told(Change change) {
        var incident = change.incident();
        if (promised.remove(incident.id())) {
            kept.increment();
        }
        if (incident.nextStill().isPresent()) {
            promised.add(incident.id());
        }
    }

    /** One that is missed is not kept any more by what comes later. */
    synchronized void raised(Alarm alarm) {
        switch (alarm) {
            case Alarm.PromiseMissed missing -> broken(missing.incident());
            case Alarm.PromiseDue due -> broken(due.incident());
            case Alarm.ApprovalAwaited _,
                    Alarm.RecoveryUnsaid _,
                    Alarm.ServicesGone _,
                    Alarm.Silenced _,
                    Alarm.Capped _,
                    Alarm.Held _,
                    Alarm.Refused _,
                    Alarm.Expiring _,
                    Alarm.Unheard _,
                    Alarm.Cutoff _,
                    Alarm.Misread _,
                    Alarm.Many _ -> {}
        }
    }

    private void broken(IncidentId incident) {
        promised.remove(incident);
        missed.increment();
    }
}
