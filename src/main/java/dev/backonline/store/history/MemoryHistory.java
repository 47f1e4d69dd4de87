package dev.backonline.store.history;

import dev.backonline.check.CheckId;
import dev.backonline.check.Observation.Location;
import dev.backonline.verdict.history.Bucket;
import dev.backonline.verdict.history.History;
import dev.backonline.verdict.history.OutcomeChange;
import dev.backonline.verdict.history.Retention;
import dev.backonline.verdict.history.Width;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps history in memory, for rehearsals and tests, under the same contract as the databases. */
public final class MemoryHistory implements History {
    private static final Comparator<OutcomeChange> IN_ORDER = Comparator.comparing(OutcomeChange::at)
            .thenComparing(change -> change.check().value())
            .thenComparing(OutcomeChange::location);

    private final NavigableMap<Place, Bucket> buckets = new TreeMap<>(
            Comparator.comparing(Place::width).thenComparing(Place::start).thenComparing(Place::writer));
    private final List<OutcomeChange> changes = new ArrayList<>();

    /** Whose bucket it is, and when. */
    private record Place(Width width, Instant start, String writer) {}

    /** What is asked, and from where. */
    private record Asked(CheckId check, Location location) {
        static Asked of(OutcomeChange change) {
            return new Asked(change.check(), change.location());
        }
    }

    @Override
    public synchronized void write(Notes notes) {
        notes.minutes().forEach(bucket -> buckets.put(new Place(Width.MINUTE, bucket.start(), notes.writer()), bucket));
        notes.changes().stream().filter(change -> !isKnown(change)).forEach(changes::add);
    }

    private boolean isKnown(OutcomeChange change) {
        return changes.stream()
                .anyMatch(known ->
                        Asked.of(known).equals(Asked.of(change)) && known.at().equals(change.at()));
    }

    @Override
    public synchronized void sumUp(Width width, Instant start, Instant end) {
        var parts = read(width == Width.DAY ? Width.HOUR : Width.MINUTE, start, end);
        if (!parts.isEmpty()) {
            buckets.put(new Place(width, start, ""), Bucket.joined(width, start, parts));
        }
    }

    @Override
    public synchronized List<Bucket> read(Width width, Instant from, Instant until) {
        var found = buckets.subMap(new Place(width, from, ""), new Place(width, until, ""));
        var together = new TreeMap<Instant, Bucket>();
        found.values().forEach(bucket -> together.merge(bucket.start(), bucket, Bucket::beside));
        return List.copyOf(together.values());
    }

    @Override
    public synchronized Optional<Instant> newest(Width width) {
        return buckets.keySet().stream()
                .filter(place -> place.width() == width)
                .map(Place::start)
                .max(Comparator.naturalOrder());
    }

    @Override
    public synchronized List<OutcomeChange> changes(Instant from, Instant until, int most) {
        return changes.stream()
                .filter(change -> !change.at().isBefore(from) && change.at().isBefore(until))
                .sorted(IN_ORDER)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void forget(Retention retention, Instant now) {
        buckets.keySet().removeIf(place -> place.start().isBefore(now.minus(retention.of(place.width()))));
        var oldest = changes.stream()
                .map(OutcomeChange::at)
                .sorted(Comparator.reverseOrder())
                .skip(retention.rawMost())
                .findFirst()
                .map(at -> at.plusMillis(1))
                .filter(now.minus(retention.raw())::isBefore)
                .orElse(now.minus(retention.raw()));
        var standing = standing(oldest);
        changes.removeIf(change -> change.at().isBefore(oldest)
                && standing.getOrDefault(Asked.of(change), change.at()).isAfter(change.at()));
    }

    private Map<Asked, Instant> standing(Instant then) {
        return changes.stream()
                .filter(change -> change.at().isBefore(then))
                .collect(Collectors.toMap(
                        Asked::of, OutcomeChange::at, (one, other) -> one.isAfter(other) ? one : other));
    }
}
