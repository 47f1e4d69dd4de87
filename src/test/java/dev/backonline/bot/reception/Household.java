package dev.backonline.bot.reception;

import dev.backonline.catalog.ServiceId;
import dev.backonline.channel.Clock;
import dev.backonline.check.Answer;
import dev.backonline.check.Observation;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.Plugins;
import dev.backonline.verdict.Judge;
import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A reception with two heartbeats and three signals, the judges of their services, and a clock that is set. */
final class Household {
    static final ServiceId PHOTOS = new ServiceId("photos");
    static final ServiceId CHAT = new ServiceId("chat");
    static final ServiceId CALLS = new ServiceId("calls");

    private static final Instant BEGAN = Instant.parse("2026-11-22T20:00:00Z");
    private static final String FILE = """
            page: { name: Example, url: https://status.example.org, languages: [en] }
            services:
              photos:
                name: Photos
                checks: [ { type: heartbeat, id: photos-worker, token: made-up-photos, every: 1m, grace: 30s } ]
                fails: 3 of 5
              chat:
                name: Chat
                checks:
                  - { type: signal, from: alertmanager, token: made-up-alerts, match: { service: chat } }
                  - { type: signal, from: cloudevents, token: made-up-events }
              calls:
                name: Calls
                checks: [ { type: signal, from: alertmanager, token: made-up-others, match: { service: chat } } ]
            """;

    private final BotConfig config = config();
    private final Map<ServiceId, Judge> judges = new ConcurrentHashMap<>();
    private final List<Observation> observations = new CopyOnWriteArrayList<>();
    private final Reception reception;
    private volatile Duration passed = Duration.ZERO;

    Household(Set<ServiceId> troubled) {
        config.services().forEach(plan -> {
            var id = plan.service().id();
            judges.put(
                    id,
                    troubled.contains(id)
                            ? Judge.troubled(id, plan.rules(), BEGAN)
                            : Judge.fresh(id, plan.rules(), BEGAN));
        });
        reception = new Reception(config, troubled, clock(), (service, observation) -> {
            observations.add(observation);
            judges.computeIfPresent(service, (_, judge) -> judge.with(observation));
        });
    }

    private static BotConfig config() {
        return switch (new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("backonline.yaml", FILE)) {
            case ConfigReader.Read read -> read.config();
            case ConfigReader.Mistaken mistaken -> throw new AssertionError(mistaken.report(""));
        };
    }

    Clock clock() {
        return new Clock(() -> BEGAN.plus(passed), () -> passed.toNanos());
    }

    Reception reception() {
        return reception;
    }

    /** Nobody looks meanwhile, as when the process sleeps. */
    Household sleep(Duration time) {
        passed = passed.plus(time);
        return this;
    }

    /** Twice a second somebody looks. */
    Household pass(Duration time) {
        for (var end = passed.plus(time); passed.compareTo(end) < 0; ) {
            passed = passed.plus(reception.look());
            judges.replaceAll((_, judge) -> judge.at(BEGAN.plus(passed)));
        }
        reception.look();
        return this;
    }

    Verdict verdict(ServiceId service) {
        return Optional.ofNullable(judges.get(service)).orElseThrow().verdict();
    }

    /** What was observed of a service, each answer once. */
    List<Answer> answers(ServiceId service) {
        return observations.stream()
                .filter(one -> one.check().value().startsWith(service.value() + "/"))
                .map(Observation::answer)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    int observed() {
        return observations.size();
    }
}
