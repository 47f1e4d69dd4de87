package dev.backonline.bot.reload;

import dev.backonline.bot.pace.Tempo;
import dev.backonline.bot.reception.Reception;
import dev.backonline.catalog.ServiceId;
import dev.backonline.config.BotConfig;
import dev.backonline.config.CheckPlan;
import dev.backonline.config.ServicePlan;
import dev.backonline.verdict.Judge;
import dev.backonline.verdict.history.Past;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one operation leaves to the next one in the same process, beside what is in the database: what was known of the services, at
 * which pace they are asked, what checks were told, and what the page shows of the past.
 */
public record Inheritance(
        List<ServicePlan> services,
        Map<ServiceId, Judge> judges,
        Optional<Tempo> tempo,
        Optional<Reception> reception,
        Map<ServiceId, Past> past) {
    /** Of an operation that is the first. */
    public static final Inheritance NONE =
            new Inheritance(List.of(), Map.of(), Optional.empty(), Optional.empty(), Map.of());

    public Inheritance {
        services = List.copyOf(services);
        judges = Map.copyOf(judges);
        past = Map.copyOf(past);
    }

    /** The same where the checks have to find a pace of their own. */
    public Inheritance unpaced() {
        return new Inheritance(services, judges, Optional.empty(), reception, past);
    }

    /** The judges of the services that are asked and judged by this file as they were. */
    public Map<ServiceId, Judge> judgesFor(BotConfig config) {
        var former = services.stream().collect(Collectors.toMap(Inheritance::id, Function.identity()));
        var staying = new HashMap<ServiceId, Judge>();
        for (var plan : config.services()) {
            var before = Optional.ofNullable(former.get(id(plan)));
            var judge = Optional.ofNullable(judges.get(id(plan)));
            if (before.filter(one -> isJudgedAlike(one, plan)).isPresent()) {
                judge.ifPresent(one -> staying.put(id(plan), one));
            }
        }
        return staying;
    }

    private static ServiceId id(ServicePlan plan) {
        return plan.service().id();
    }

    private static boolean isJudgedAlike(ServicePlan one, ServicePlan other) {
        return one.standard().equals(other.standard()) && areAskedAlike(one.checks(), other.checks());
    }

    private static boolean areAskedAlike(List<CheckPlan<?>> some, List<CheckPlan<?>> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size())
                        .allMatch(index -> some.get(index).asksLike(others.get(index)));
    }
}
