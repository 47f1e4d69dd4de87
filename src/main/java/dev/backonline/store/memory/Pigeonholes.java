package dev.backonline.store.memory;

import dev.backonline.incident.IncidentId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Lease;
import dev.backonline.outbox.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where the deliveries stand: all of them by number, by thread, and those apart that are not at their end, since of hundreds of
 * thousands only a few are. Times are kept to the millisecond, as databases keep them.
 */
final class Pigeonholes {
    private final Map<Long, Delivery> all = new TreeMap<>();
    private final Map<Long, Delivery> unfinished = new TreeMap<>();
    private final Map<IncidentId, Map<Recipient, TreeSet<Long>>> threads = new HashMap<>();
    private final Map<Long, Instant> created = new HashMap<>();
    private final Map<Long, Long> fences = new HashMap<>();

    /** A new one, decided at this time. */
    void add(Delivery delivery, Instant at) {
        var id = new DeliveryId(all.size() + 1L);
        keep(id, delivery, delivery.state());
        created.put(id.value(), millis(at));
    }

    Instant created(DeliveryId id) {
        return created.getOrDefault(id.value(), Instant.MIN);
    }

    Optional<Delivery> find(DeliveryId id) {
        return Optional.ofNullable(all.get(id.value()));
    }

    Stream<Delivery> all() {
        return all.values().stream();
    }

    /** Those that are not at their end, in order; a copy, so that they can be changed meanwhile. */
    Stream<Delivery> unfinished() {
        return List.copyOf(unfinished.values()).stream();
    }

    List<Delivery> thread(IncidentId incident, Recipient recipient) {
        return threads.getOrDefault(incident, Map.of()).getOrDefault(recipient, new TreeSet<>()).stream()
                .flatMap(id -> find(new DeliveryId(id)).stream())
                .toList();
    }

    List<Delivery> of(IncidentId incident) {
        return threads.getOrDefault(incident, Map.of()).values().stream()
                .flatMap(TreeSet::stream)
                .sorted()
                .flatMap(id -> find(new DeliveryId(id)).stream())
                .toList();
    }

    /** Whether one before it in its thread has to come to its end first. */
    boolean standsBehind(Delivery delivery) {
        return thread(delivery.incident(), delivery.recipient()).stream()
                .anyMatch(one ->
                        one.id().value() < delivery.id().value() && one.state().blocksThread());
    }

    long highestFence(DeliveryId id) {
        return fences.getOrDefault(id.value(), 0L);
    }

    /** Keeps what was given as its next version, under this number and in this state. */
    Delivery keep(DeliveryId id, Delivery given, DeliveryState state) {
        var kept = new Delivery(
                id,
                given.version() + 1,
                given.incident(),
                given.origin(),
                given.recipient(),
                state,
                given.attempts(),
                millis(given.notBefore()),
                given.frozen().map(Pigeonholes::millis),
                given.posted(),
                given.lease().map(lease -> new Lease(lease.owner(), millis(lease.until()), lease.fence())),
                given.reason());
        kept.lease().ifPresent(lease -> fences.put(id.value(), lease.fence()));
        put(kept);
        return kept;
    }

    /** Puts it there as it is. */
    void put(Delivery kept) {
        var id = kept.id().value();
        all.put(id, kept);
        threads.computeIfAbsent(kept.incident(), _ -> new HashMap<>())
                .computeIfAbsent(kept.recipient(), _ -> new TreeSet<>())
                .add(id);
        if (kept.state().next().isEmpty()) {
            unfinished.remove(id);
        } else {
            unfinished.put(id, kept);
        }
    }

    /** With its times moved, as far as they are this owner's to move. */
    static Delivery shifted(Delivery one, Duration by, String owner, boolean everyOwner) {
        return new Delivery(
                one.id(),
                one.version(),
                one.incident(),
                one.origin(),
                one.recipient(),
                one.state(),
                one.attempts(),
                everyOwner ? one.notBefore().plus(by) : one.notBefore(),
                one.frozen(),
                one.posted(),
                one.lease()
                        .map(lease -> lease.owner().equals(owner)
                                ? new Lease(owner, lease.until().plus(by), lease.fence())
                                : lease),
                one.reason());
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Frozen millis(Frozen frozen) {
        return new Frozen(
                frozen.saying(),
                frozen.key(),
                frozen.body(),
                frozen.text(),
                millis(frozen.at()),
                frozen.parent(),
                frozen.newest(),
                frozen.doubted(),
                frozen.edit());
    }
}
