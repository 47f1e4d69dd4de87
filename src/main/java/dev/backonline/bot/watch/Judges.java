package dev.backonline.bot.watch;

import dev.backonline.config.BotConfig;
import dev.backonline.incident.Incident;
import dev.backonline.verdict.Judge;
import dev.backonline.verdict.Standard;
import java.time.Instant;
import java.util.List;

/** Appoints a judge for each service that is watched. */
public final class Judges {
    private Judges() {}

    public static List<Judge> appointed(BotConfig config, List<Incident> live, Instant now) {
        return config.services().stream()
                .flatMap(plan -> plan.standard().stream())
                .map(standard -> appointed(standard, live, now))
                .toList();
    }

    /** A service that is in public trouble is taken over as such: only a confirmed recovery ends it. */
    private static Judge appointed(Standard standard, List<Incident> live, Instant now) {
        var troubled = live.stream()
                .filter(Incident::isOpen)
                .anyMatch(incident -> incident.involved(standard.service()).isPresent());
        return troubled ? Judge.troubled(standard, now) : Judge.fresh(standard, now);
    }
}
