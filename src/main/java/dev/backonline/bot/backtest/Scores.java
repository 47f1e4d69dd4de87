package dev.backonline.bot.backtest;

import dev.backonline.bot.playback.Performance;
import dev.backonline.catalog.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one set of rules would have done. {@code brief}: incidents that were over so soon that they had better not been told;
 * {@code late}: incidents of which the record says that nothing failed any more when they were first told; {@code untold}: recorded
 * failures that no incident tells of.
 */
record Scores(
        String rules,
        Performance performance,
        List<ToldIncident> incidents,
        List<ToldIncident> brief,
        List<ToldIncident> late,
        List<RecordedFailure> untold) {

    static Scores of(String rules, Performance performance, List<RecordedFailure> recorded, Duration shortest) {
        var incidents = ToldIncident.of(performance);
        var byService = new HashMap<ServiceId, List<RecordedFailure>>();
        recorded.forEach(one -> byService.merge(one.service(), List.of(one), Scores::joined));
        var brief = incidents.stream()
                .filter(one -> one.lasted()
                        .filter(time -> time.compareTo(shortest) <= 0)
                        .isPresent())
                .toList();
        var late = incidents.stream().filter(one -> isOver(one, byService)).toList();
        var toldOf = new HashMap<ServiceId, List<ToldIncident>>();
        incidents.forEach(
                one -> one.incident().all().forEach(service -> toldOf.merge(service, List.of(one), Scores::joined)));
        var untold = recorded.stream()
                .filter(one -> toldOf.getOrDefault(one.service(), List.of()).stream()
                        .noneMatch(incident -> tells(incident, one, performance.end())))
                .toList();
        return new Scores(rules, performance, incidents, brief, late, untold);
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        var all = new java.util.ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static boolean isOver(ToldIncident one, Map<ServiceId, List<RecordedFailure>> recorded) {
        return one.incident().updates().getFirst().transition().services().stream()
                .flatMap(service -> recorded.getOrDefault(service, List.of()).stream())
                .noneMatch(stretch -> stretch.covers(one.told()));
    }

    private static boolean tells(ToldIncident incident, RecordedFailure stretch, Instant end) {
        return !stretch.to().isBefore(incident.began())
                && !stretch.from().isAfter(incident.incident().resolvedAt().orElse(end));
    }

    /** Over all incidents, as one thread reads them. */
    int posts() {
        return incidents.stream().mapToInt(one -> one.thread().size()).sum();
    }

    Optional<Duration> medianDelay() {
        var delays = incidents.stream().map(ToldIncident::delay).sorted().toList();
        return delays.isEmpty() ? Optional.empty() : Optional.of(delays.get(delays.size() / 2));
    }

    Optional<Duration> longestUntold() {
        return untold.stream().map(RecordedFailure::length).max(Duration::compareTo);
    }

    Duration untoldTime() {
        return untold.stream().map(RecordedFailure::length).reduce(Duration.ZERO, Duration::plus);
    }
}
