package dev.backonline.bot.backtest;

import dev.backonline.bot.playback.Performance;
import dev.backonline.bot.playback.Posting;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Transition;
import dev.backonline.message.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One incident as it came out at the end of the record, and what one thread would have read of it. */
record ToldIncident(Incident incident, List<Posting> thread) {
    ToldIncident {
        thread = List.copyOf(thread);
    }

    /** In the order in which they began to be told. */
    static List<ToldIncident> of(Performance performance) {
        Map<IncidentId, Incident> last = new LinkedHashMap<>();
        performance.changes().forEach(change -> last.put(change.incident().id(), change.incident()));
        var posts = performance.posts().stream().collect(Collectors.groupingBy(Posting::thread));
        return last.values().stream()
                .map(incident -> new ToldIncident(incident, longest(posts.getOrDefault(incident.id(), List.of()))))
                .toList();
    }

    /** Recipients are told alike but for what each hears: the one who hears most. */
    private static List<Posting> longest(List<Posting> posts) {
        return posts.stream()
                .collect(Collectors.groupingBy(Posting::recipient, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    Instant began() {
        return incident.startedAt();
    }

    /** When the first post was made. */
    Instant told() {
        return incident.publishedAt();
    }

    Duration delay() {
        return Duration.between(began(), told());
    }

    /** When it was over, as far as it was before the end of the record. */
    Optional<Instant> over() {
        return incident.isOpen() || !(incident.latest().transition() instanceof Transition.Resolved(var _, var until))
                ? Optional.empty()
                : Optional.of(until);
    }

    Optional<Duration> lasted() {
        return over().map(end -> Duration.between(began(), end));
    }

    long relapses() {
        return incident.updates().stream()
                .filter(update -> Saying.of(update.transition()) == Saying.AGAIN)
                .count();
    }
}
