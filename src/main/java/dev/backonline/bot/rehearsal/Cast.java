package dev.backonline.bot.rehearsal;

import dev.backonline.bot.playback.Shot;
import dev.backonline.bot.playback.Tape;
import dev.backonline.bot.playback.Tape.OfCanary;
import dev.backonline.bot.playback.Tape.OfService;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import dev.backonline.check.Answer;
import dev.backonline.config.BotConfig;
import dev.backonline.config.CheckPlan;
import dev.backonline.config.ServicePlan;
import dev.backonline.verdict.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The services and canaries of one configuration, and what they answer from when on: well at first. */
final class Cast {
    /** Ours: checks of one service don't answer in the same instant. */
    private static final Duration APART = Duration.ofMillis(137);
    /** What is planned where a scenario wants a maintenance. */
    private static final Translated WORK = new Translated(Map.of(
            Locale.ENGLISH,
            "move to new servers",
            Locale.ITALIAN,
            "passaggio a nuovi server",
            Locale.forLanguageTag("es"),
            "traslado a servidores nuevos",
            Locale.FRENCH,
            "passage à de nouveaux serveurs",
            Locale.GERMAN,
            "Umzug auf neue Server",
            Locale.forLanguageTag("pt"),
            "mudança para novos servidores"));

    private BotConfig config;
    private final Instant start;
    private final Map<ServiceId, List<Shot>> services = new LinkedHashMap<>();
    private final List<Shot> canaries = new ArrayList<>();

    Cast(BotConfig config, Instant start) {
        this.config = config;
        this.start = start;
        config.services().stream()
                .filter(plan -> !plan.checks().isEmpty())
                .forEach(plan -> services.put(plan.service().id(), new ArrayList<>(List.of(well(Duration.ZERO)))));
        canaries.add(well(Duration.ZERO));
    }

    private Shot well(Duration after) {
        return Shot.of(start.plus(after), new Answer.Up());
    }

    /** Those that have checks, in the order of the file. */
    List<ServiceId> services() {
        return List.copyOf(services.keySet());
    }

    /** How often its first check asks. */
    Duration every(ServiceId service) {
        return config.services().stream()
                .filter(plan -> plan.service().id().equals(service))
                .map(plan -> plan.checks().getFirst().every())
                .findFirst()
                .orElseThrow();
    }

    /** The first group of several services; else, where there is none, the first two services. */
    List<ServiceId> group() {
        return services().stream()
                .map(this::groupOf)
                .filter(group -> group.size() > 1)
                .findFirst()
                .orElseGet(() -> services().stream().limit(2).toList());
    }

    private List<ServiceId> groupOf(ServiceId service) {
        return services().stream()
                .filter(other -> other.equals(service) || config.catalog().sameGroup(service, other))
                .toList();
    }

    Cast fails(ServiceId service, Duration after) {
        return answers(
                service, after, new Answer.Down(Answer.Layer.ANSWER, "HTTP 503 from http://10.0.0.7:8080/internal"));
    }

    Cast isUnreachable(ServiceId service, Duration after) {
        return answers(service, after, new Answer.Down(Answer.Layer.TRANSPORT, "no route to host 10.0.0.7"));
    }

    Cast isSlow(ServiceId service, Duration after) {
        return answers(service, after, new Answer.Slow("answered after 2.4s"));
    }

    Cast isWell(ServiceId service, Duration after) {
        return answers(service, after, new Answer.Up());
    }

    private Cast answers(ServiceId service, Duration after, Answer answer) {
        services.computeIfAbsent(service, _ -> new ArrayList<>()).add(Shot.of(start.plus(after), answer));
        return this;
    }

    Cast canariesFail(Duration after) {
        canaries.add(Shot.of(start.plus(after), new Answer.Down(Answer.Layer.TRANSPORT, "network is unreachable")));
        return this;
    }

    Cast canariesAreWell(Duration after) {
        canaries.add(well(after));
        return this;
    }

    /** Work on it is planned, and told a day ahead. */
    Cast isMaintained(ServiceId service, Duration from, Duration until) {
        var planned = new Maintenance(
                new MaintenanceId("rehearsal"),
                WORK,
                Optional.empty(),
                List.of(service),
                start.plus(from),
                start.plus(until),
                false);
        config = config.maintained((_, _) -> List.of(planned));
        return this;
    }

    /** The file, and what the scenario plans besides. */
    BotConfig config() {
        return config;
    }

    /** What all checks answer: each repeats its answer at its own interval. */
    List<Tape> tapes() {
        var ofServices =
                config.services().stream().flatMap(plan -> plan.checks().isEmpty() ? Stream.empty() : of(plan));
        return Stream.concat(ofServices, config.canaries().stream().map(this::of))
                .toList();
    }

    private Stream<Tape> of(ServicePlan plan) {
        var shots = services.getOrDefault(plan.service().id(), List.of());
        return IntStream.range(0, plan.rules().size()).mapToObj(index -> {
            Rule rule = plan.rules().get(index);
            return new Tape(
                    new OfService(plan.service().id(), rule),
                    rule.every(),
                    true,
                    moved(shots, APART.multipliedBy(index)));
        });
    }

    private Tape of(CheckPlan<?> canary) {
        return new Tape(new OfCanary(canary.id()), canary.every(), true, canaries);
    }

    private static List<Shot> moved(List<Shot> shots, Duration by) {
        return shots.stream()
                .map(shot -> new Shot(shot.at().plus(by), shot.took(), shot.answer()))
                .toList();
    }
}
