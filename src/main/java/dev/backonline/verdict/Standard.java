package dev.backonline.verdict;

import dev.backonline.catalog.ServiceId;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

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

    /** The same with each check judged by another rule. */
    public Standard by(UnaryOperator<Rule> change) {
        return new Standard(service, rules.stream().map(change).toList(), quorum, flapping);
    }

    /** How far apart the answers are that a verdict of it takes: those of as many checks as are needed, the quickest of them. */
    public Duration round() {
        return rules.stream()
                .map(Rule::every)
                .sorted()
                .skip(needed() - 1L)
                .findFirst()
                .orElseThrow();
    }

    int needed() {
        return quorum.needed(rules.size());
    }
}
