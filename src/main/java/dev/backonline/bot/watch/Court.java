package dev.backonline.bot.watch;

import dev.backonline.catalog.ServiceId;
import dev.backonline.verdict.Judge;
import dev.backonline.verdict.Verdict;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The judges of all services, for many threads at once. Which services are in trouble is at hand without asking them all, since
 * decisions are about few services of very many.
 */
final class Court {
    private final Map<ServiceId, AtomicReference<Judge>> judges = new LinkedHashMap<>();
    private final Map<ServiceId, Boolean> troubled = new ConcurrentHashMap<>();

    Court(Collection<Judge> appointed) {
        for (var judge : appointed) {
            var service = judge.standard().service();
            judges.put(service, new AtomicReference<>(judge));
            note(service);
        }
    }

    Set<ServiceId> services() {
        return judges.keySet();
    }

    Judge judge(ServiceId service) {
        return reference(service).get();
    }

    /** Whether the verdict says something new once its judge has learned this. */
    boolean isNews(ServiceId service, UnaryOperator<Judge> learned) {
        var judge = reference(service);
        var before = judge.getAndUpdate(learned).verdict();
        var after = judge.get().verdict();
        if (before instanceof Verdict.Trouble != after instanceof Verdict.Trouble) {
            note(service);
        }
        return !before.getClass().equals(after.getClass()) || !before.state().equals(after.state());
    }

    /** Whoever changes whether a service is in trouble looks afterwards, one after another: so the last look finds what is so. */
    private void note(ServiceId service) {
        troubled.compute(service, (_, _) -> judge(service).verdict() instanceof Verdict.Trouble ? true : null);
    }

    private AtomicReference<Judge> reference(ServiceId service) {
        return Optional.ofNullable(judges.get(service)).orElseThrow();
    }

    /** On the services that are in trouble, and on these. */
    Map<ServiceId, Verdict> verdicts(Set<ServiceId> concerned) {
        var verdicts = new HashMap<ServiceId, Verdict>();
        for (var service : troubled.keySet()) {
            var verdict = judge(service).verdict();
            if (verdict instanceof Verdict.Trouble) {
                verdicts.put(service, verdict);
            }
        }
        for (var service : concerned) {
            var judge = judges.get(service);
            if (judge != null) {
                verdicts.put(service, judge.get().verdict());
            }
        }
        return verdicts;
    }

    Map<ServiceId, Verdict> verdicts(Predicate<Verdict> wanted) {
        return judges.values().stream()
                .map(judge -> judge.get().verdict())
                .filter(wanted)
                .collect(Collectors.toMap(Verdict::service, verdict -> verdict));
    }
}
