package dev.backonline.incident.engine;

import dev.backonline.catalog.Group;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Whether so much fails at once that it is more likely our own mistake than everybody's. */
record Breadth(Review review) {
    /** DESIGN §3: what fails within this time of each other fails at once. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);
    /** DESIGN §3: fewer than these are an outage like any other. */
    private static final int LEAST_SERVICES = 4;

    private static final int LEAST_GROUPS = 2;

    boolean isEverything(List<ServiceId> claimed) {
        var share = review.publishing().consent().everythingDown();
        if (share.isEmpty()) {
            return false;
        }
        var all = review.catalog().services().size();
        var least = Math.max(LEAST_SERVICES, (int) Math.ceil(share.getAsDouble() * all));
        return troubled().size() >= least && isEverything(troubled(), least, claimed);
    }

    private boolean isEverything(List<Verdict.Trouble> troubled, int least, List<ServiceId> claimed) {
        var first = 0;
        for (var last = 0; last < troubled.size(); last++) {
            while (troubled.get(first)
                    .since()
                    .plus(AT_ONCE)
                    .isBefore(troubled.get(last).since())) {
                first++;
            }
            var together = troubled.subList(first, last + 1);
            if (together.size() >= least && groups(together) >= LEAST_GROUPS && concerns(together, claimed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean concerns(List<Verdict.Trouble> together, List<ServiceId> claimed) {
        return together.stream().map(Verdict::service).anyMatch(claimed::contains);
    }

    /** A service without a group is one by itself. */
    private long groups(List<Verdict.Trouble> together) {
        return together.stream()
                .map(trouble -> review.catalog()
                        .find(trouble.service())
                        .flatMap(Service::group)
                        .map(Group::name)
                        .map(name -> "group " + name)
                        .orElseGet(() -> "service " + trouble.service()))
                .distinct()
                .count();
    }

    private List<Verdict.Trouble> troubled() {
        return review.situation().verdicts().values().stream()
                .filter(Verdict.Trouble.class::isInstance)
                .map(Verdict.Trouble.class::cast)
                .filter(trouble -> review.catalog().find(trouble.service()).isPresent())
                .sorted(Comparator.comparing(Verdict::since))
                .toList();
    }
}
