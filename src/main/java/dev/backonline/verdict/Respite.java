package dev.backonline.verdict;

import dev.backonline.catalog.Maintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What maintenance excuses: trouble in it is expected, so nothing is known of the service meanwhile; trouble that goes on after it
 * counts from its end, once it was seen after it. Pure.
 */
public record Respite(List<Maintenance> maintenances) {
    /** Ours: what ended longer ago excuses nothing that is observed now. */
    private static final Duration LONG_OVER = Duration.ofDays(1);

    public Respite {
        maintenances = List.copyOf(maintenances);
    }

    /** Those that may excuse anything at this time: the others need not be asked for every verdict. */
    public Respite at(Instant now) {
        return new Respite(maintenances.stream()
                .filter(one -> !one.cancelled() && !one.start().isAfter(now))
                .filter(one -> one.end().plus(LONG_OVER).isAfter(now))
                .toList());
    }

    /** The verdict as it counts at this time. */
    public Verdict excused(Verdict verdict, Instant now) {
        if (maintenances.isEmpty() || !(verdict instanceof Verdict.Trouble trouble)) {
            return verdict;
        }
        return present(trouble, now)
                .map(one -> excuse(trouble, "under maintenance until " + one.end()))
                .or(() -> lastEnd(trouble, now).map(end -> afterwards(trouble, end)))
                .orElse(verdict);
    }

    private Optional<Maintenance> present(Verdict.Trouble trouble, Instant now) {
        return maintenances.stream()
                .filter(one -> one.covers(trouble.service(), now))
                .max(Comparator.comparing(Maintenance::end));
    }

    /** When the last maintenance ended in which, or before which, the trouble began. */
    private Optional<Instant> lastEnd(Verdict.Trouble trouble, Instant now) {
        return maintenances.stream()
                .filter(one -> one.services().contains(trouble.service()))
                .filter(one -> one.stage(now) == Maintenance.Stage.COMPLETED)
                .map(Maintenance::end)
                .filter(end -> trouble.since().isBefore(end))
                .max(Comparator.naturalOrder());
    }

    private static Verdict afterwards(Verdict.Trouble trouble, Instant end) {
        return trouble.confirmed().isBefore(end)
                ? excuse(trouble, "not seen since the maintenance that ended at " + end)
                : trouble.retold(end, trouble.reason() + "; since the end of maintenance");
    }

    private static Verdict excuse(Verdict.Trouble trouble, String why) {
        return new Verdict.Unknown(trouble.service(), trouble.since(), why + ": " + trouble.reason());
    }
}
