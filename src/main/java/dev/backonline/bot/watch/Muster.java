package dev.backonline.bot.watch;

import dev.backonline.catalog.ServiceId;
import dev.backonline.verdict.Judge;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Counts who answers: when too few locations do for what a service's rules want, nothing is said of it, and people should know why. */
final class Muster {
    private static final Logger LOG = Logger.getLogger(Muster.class);
    /** Ours: so long may a replica take to start, or to be replaced. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<ServiceId, Absence> absences = new ConcurrentHashMap<>();

    /** Since when a service lacks locations, and whether it was said. */
    private record Absence(Instant since, boolean told) {}

    void look(Judge judge, Instant now) {
        var lacks = judge.lacksLocations();
        if (!lacks && absences.isEmpty()) {
            return;
        }
        var service = judge.standard().service();
        if (!lacks) {
            Optional.ofNullable(absences.remove(service))
                    .filter(Absence::told)
                    .ifPresent(_ -> LOG.infof("Enough locations are heard from again service=%s", service));
            return;
        }
        var missing = absences.computeIfAbsent(service, _ -> new Absence(now, false));
        if (!missing.told() && !missing.since().plus(PATIENCE).isAfter(now)) {
            LOG.warnf("Too few locations are heard from service=%s findings=\"%s\"", service, judge.findings());
            absences.put(service, new Absence(missing.since(), true));
        }
    }

    /** The services that have lacked locations for long enough that people should know. */
    List<ServiceId> unheard() {
        return absences.entrySet().stream()
                .filter(one -> one.getValue().told())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(ServiceId::value))
                .toList();
    }

    /** How many services lack locations. */
    long lacking() {
        return absences.size();
    }
}
