package dev.backonline.bot.backtest;

import dev.backonline.bot.playback.Performance;
import dev.backonline.bot.playback.Playback;
import dev.backonline.bot.playback.Posting;
import dev.backonline.bot.playback.Tape;
import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.ServiceId;
import dev.backonline.config.BotConfig;
import dev.backonline.incident.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Plays services that are never spoken of together apart from each other, on all processors, where nothing else binds them: no own
 * side that all vouch for, no maintenance that is told once, no channel that takes only so many posts a day.
 */
record Ensemble(BotConfig config, List<Tape> tapes) {
    /** Ours: each part is set up for itself, so not too many; and the fewer services one has, the less is looked through in vain. */
    private static final int MOST_PARTS = 128;

    /** Plays all there is until this time, which is the end. */
    Performance until(Instant end) {
        var parts = isBound() ? List.of(tapes) : parts();
        var played = IntStream.range(0, parts.size())
                .parallel()
                .mapToObj(index -> new Playback(config, parts.get(index), index, parts.size()).until(end))
                .toList();
        return new Performance(
                played.stream()
                        .map(Performance::start)
                        .min(Comparator.naturalOrder())
                        .orElse(end),
                end,
                merged(
                        played.stream().map(Performance::changes),
                        Comparator.comparing((Change change) -> change.update().at())),
                merged(played.stream().map(Performance::posts), Comparator.comparing(Posting::at)));
    }

    private boolean isBound() {
        return Playback.isVetted(config)
                || !config.maintenance().isEmpty()
                || config.channels().stream()
                        .anyMatch(plan -> plan.subscription().caution().cap().isPresent());
    }

    private static <T> List<T> merged(Stream<List<T>> parts, Comparator<T> order) {
        return parts.flatMap(List::stream).sorted(order).toList();
    }

    private List<List<Tape>> parts() {
        var services = new LinkedHashMap<ServiceId, List<Tape>>();
        tapes.forEach(tape -> subject(tape)
                .ifPresent(service -> services.computeIfAbsent(service, _ -> new ArrayList<>())
                        .add(tape)));
        var related = new Circles(config.catalog()).of(List.copyOf(services.keySet()));
        var parts = Stream.generate(() -> (List<Tape>) new ArrayList<Tape>())
                .limit(Math.clamp(related.size(), 1, MOST_PARTS))
                .toList();
        for (var index = 0; index < related.size(); index++) {
            var part = parts.get(index % parts.size());
            related.get(index).forEach(service -> part.addAll(services.getOrDefault(service, List.of())));
        }
        return parts;
    }

    private static Optional<ServiceId> subject(Tape tape) {
        return tape.subject() instanceof Tape.OfService(var service, var _, var _)
                ? Optional.of(service)
                : Optional.empty();
    }

    /** Services that may be told of in one incident, directly or by way of others. */
    private record Circles(Catalog catalog) {
        List<List<ServiceId>> of(List<ServiceId> services) {
            Map<Object, ServiceId> heads = new LinkedHashMap<>();
            Map<ServiceId, ServiceId> parents = new LinkedHashMap<>();
            services.forEach(service -> ties(service).forEach(tie -> {
                var head = heads.putIfAbsent(tie, service);
                if (head != null) {
                    parents.put(head(parents, service), head(parents, head));
                }
            }));
            var circles = new LinkedHashMap<ServiceId, List<ServiceId>>();
            services.forEach(service -> circles.computeIfAbsent(head(parents, service), _ -> new ArrayList<>())
                    .add(service));
            return List.copyOf(circles.values());
        }

        /** What it has in common with whoever has it too: its group, itself, and what it needs. */
        private Stream<Object> ties(ServiceId service) {
            return catalog.find(service).stream()
                    .flatMap(one -> Stream.of(one.group().stream(), one.dependsOn().stream(), Stream.of(service))
                            .flatMap(tie -> tie));
        }

        private static ServiceId head(Map<ServiceId, ServiceId> parents, ServiceId service) {
            var head = service;
            for (var next = parents.get(head); next != null && !next.equals(head); next = parents.get(head)) {
                head = next;
            }
            return head;
        }
    }
}
