package dev.backonline.verdict;

import dev.backonline.catalog.ServiceId;
import java.util.List;

/** By what one service is judged: how each of its checks is, how many of them make a verdict, and when it is said to flap. */
public record Standard(ServiceId service, List<Rule> rules, Quorum quorum, Flapping flapping) {
    public Standard {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("service '%s' should have at least one check".formatted(service));
        }
        var checks = rules.size();
        quorum.complaint(checks).ifPresent(said -> {
            throw new IllegalArgumentException("the quorum %s of service '%s'".formatted(said, service));
        });
    }

    /** Any check in trouble is the service's, and flapping is not looked at. */
    public static Standard plain(ServiceId service, List<Rule> rules) {
        return new Standard(service, rules, new Quorum.Any(), Flapping.NEVER);
    }

    int needed() {
        return quorum.needed(rules.size());
    }
}
