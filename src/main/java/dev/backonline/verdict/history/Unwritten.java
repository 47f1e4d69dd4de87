package dev.backonline.verdict.history;

import dev.backonline.catalog.ServiceId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Minutes and changes on their way to the database; bounded, since it may be away for long. Safe for several threads. */
final class Unwritten {
    /** Ours: an hour. */
    static final int MOST_MINUTES = 60;
    /** Ours: some 10 MB. */
    static final int MOST_CHANGES = 50_000;
    /** Ours: what is written together keeps others from writing for some milliseconds. */
    static final int AT_ONCE = 2_000;

    private static final int MINUTES_AT_ONCE = 5;

    /** The last ones, whether written or not, since they may have to be written again. */
    private final NavigableMap<Instant, Minute> minutes = new TreeMap<>();

    private final Queue<OutcomeChange> changes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong givenUp = new AtomicLong();

    /** A minute, and whether it is written as it is. */
    private record Minute(Bucket bucket, boolean written) {}

    void add(OutcomeChange change) {
        if (waiting.get() < MOST_CHANGES) {
            waiting.incrementAndGet();
            changes.add(change);
        } else {
            givenUp.incrementAndGet();
        }
    }

    synchronized void put(Bucket bucket) {
        if (!bucket.isEmpty()) {
            minutes.put(bucket.start(), new Minute(bucket, false));
        }
    }

    /** What is thought now of a service's time from then on, by the start of each minute. */
    record Amendment(Instant since, Function<Instant, StateTime> states) {}

    /** All that changed, in the minutes that are still here, at once: of thousands, each would copy what is known of all the others. */
    synchronized void amend(Map<ServiceId, Amendment> amendments) {
        minutes.replaceAll((_, minute) -> amended(minute, amendments));
    }

    private static Minute amended(Minute minute, Map<ServiceId, Amendment> amendments) {
        var bucket = minute.bucket();
        var changed = new HashMap<ServiceId, StateTime>();
        amendments.forEach((service, amendment) -> {
            var known = bucket.states().getOrDefault(service, StateTime.NONE);
            if (amendment.since().isBefore(bucket.start().plus(1, ChronoUnit.MINUTES))) {
                Optional.of(amendment.states().apply(bucket.start()))
                        .filter(time -> !time.equals(known))
                        .ifPresent(time -> changed.put(service, time));
            }
        });
        if (changed.isEmpty()) {
            return minute;
        }
        var states = new HashMap<>(bucket.states());
        states.putAll(changed);
        return new Minute(new Bucket(bucket.width(), bucket.start(), states, bucket.checks()), false);
    }

    synchronized void forget(Instant before) {
        minutes.headMap(before).values().removeIf(Minute::written);
        while (minutes.size() > MOST_MINUTES) {
            minutes.pollFirstEntry();
            givenUp.incrementAndGet();
        }
    }

    /** The oldest ones. */
    synchronized List<Bucket> minutes() {
        return minutes.values().stream()
                .filter(minute -> !minute.written())
                .map(Minute::bucket)
                .limit(MINUTES_AT_ONCE)
                .toList();
    }

    /** The first ones. */
    List<OutcomeChange> changes() {
        return changes.stream().limit(AT_ONCE).toList();
    }

    /** One that was changed meanwhile is still to be written. */
    synchronized void written(History.Notes notes) {
        notes.minutes()
                .forEach(bucket -> minutes.computeIfPresent(
                        bucket.start(),
                        (_, minute) -> minute.bucket().equals(bucket) ? new Minute(bucket, true) : minute));
        for (var _ : notes.changes()) {
            changes.poll();
            waiting.decrementAndGet();
        }
    }

    long givenUp() {
        return givenUp.getAndSet(0);
    }
}
