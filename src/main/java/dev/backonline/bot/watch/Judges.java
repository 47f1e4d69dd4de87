package dev.backonline.bot.watch;

import dev.backonline.catalog.ServiceId;
import dev.backonline.config.BotConfig;
import dev.backonline.incident.Incident;
import dev.backonline.verdict.Judge;
import dev.backonline.verdict.Standard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Appoints a judge for each service that is watched. */
public final class Judges {
    private Judges() {}

    public static List<Judge> appointed(BotConfig config, List<Incident> live, Instant now) {
        return appointed(config, live, now, Map.of());
    }

    /** Those that are {@code sitting} stay. */
    public static List<Judge> appointed(
            BotConfig config, List<Incident> live, Instant now, Map<ServiceId, Judge> sitting) {
        return config.services().stream()
                .flatMap(plan -> plan.standard().stream())
                .map(standard -> Optional.ofNullable(sitting.get(standard.service()))
                        .orElseGet(() -> appointed(standard, live, now)))
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
