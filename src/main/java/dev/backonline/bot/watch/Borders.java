package dev.backonline.bot.watch;

import dev.backonline.check.CheckId;
import dev.backonline.config.BotConfig;
import dev.backonline.config.CheckPlan;
import dev.backonline.verdict.Vetting;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Says who vouches for our own side: the canaries, or else the hosts that are asked often, if there are enough of them. */
public final class Borders {
    /** DESIGN §2: over fewer hosts than these a failure of all may well be theirs. */
    private static final int ENOUGH_HOSTS = 3;
    /** Ours: hosts that are asked less often would tell of our own side too late. */
    private static final Duration OFTEN = Duration.ofSeconds(20);
    /** Ours: longer than a host that is asked often and a slow answer take. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Borders() {}

    public static Border of(BotConfig config) {
        if (!config.canaries().isEmpty()) {
            var canaries = config.canaries().stream().map(CheckPlan::id).toList();
            return new Border(Vetting.byCanaries(canaries, patience(config)));
        }
        var remote = hosts(config, _ -> true);
        var often = hosts(config, plan -> plan.every().compareTo(OFTEN) <= 0);
        return new Border(
                new HashSet<>(often.values()).size() < ENOUGH_HOSTS
                        ? Vetting.none()
                        : Vetting.byHosts(often, remote.keySet(), PATIENCE));
    }

    /**
     * The checks that are to be asked besides those that are {@code held} here, since too few hosts would vouch for our own side otherwise;
     * what they answer counts for nothing else.
     */
    public static Set<CheckId> borrowed(BotConfig config, Predicate<CheckId> held) {
        var often = hosts(config, plan -> plan.every().compareTo(OFTEN) <= 0);
        var vouching = new HashSet<String>();
        often.forEach((check, host) -> {
            if (held.test(check)) {
                vouching.add(host);
            }
        });
        if (!config.canaries().isEmpty() || new HashSet<>(often.values()).size() < ENOUGH_HOSTS) {
            return Set.of();
        }
        var borrowed = new HashSet<CheckId>();
        often.forEach((check, host) -> {
            if (vouching.size() < ENOUGH_HOSTS && vouching.add(host)) {
                borrowed.add(check);
            }
        });
        return borrowed;
    }

    /** Three rounds of the slowest canary, so that one late answer loses nothing. */
    private static Duration patience(BotConfig config) {
        var slowest = config.canaries().stream()
                .map(CheckPlan::every)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO)
                .multipliedBy(3);
        return slowest.compareTo(PATIENCE) > 0 ? slowest : PATIENCE;
    }

    private static Map<CheckId, String> hosts(BotConfig config, Predicate<CheckPlan<?>> which) {
        var hosts = new LinkedHashMap<CheckId, String>();
        config.services().stream()
                .flatMap(service -> service.checks().stream())
                .filter(which)
                .forEach(plan -> plan.host().ifPresent(host -> hosts.put(plan.id(), host)));
        return hosts;
    }
}
