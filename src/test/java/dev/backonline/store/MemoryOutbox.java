package dev.backonline.store;

import dev.backonline.incident.IncidentId;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Lease;
import dev.backonline.outbox.Outbox;
import dev.backonline.outbox.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The deliveries of a {@link MemoryStore}. */
final class MemoryOutbox implements Outbox {
    private final Map<Long, Delivery> deliveries = new TreeMap<>();
    private final Map<Long, Long> fences = new HashMap<>();
    private final Map<Long, Instant> created = new HashMap<>();

    synchronized void add(List<Delivery> told, Instant at) {
        for (var delivery : told) {
            var id = new DeliveryId(deliveries.size() + 1L);
            keep(id, delivery, delivery.state());
            created.put(id.value(), millis(at));
        }
        promote();
    }

    @Override
    public synchronized List<Delivery> due(ChannelId channel, Instant now, int most) {
        return inTurn(channel)
                .filter(delivery -> !dueAt(delivery).isAfter(now))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<Instant> nextDue(ChannelId channel) {
        return inTurn(channel).map(MemoryOutbox::dueAt).min(Comparator.naturalOrder());
    }

    private Stream<Delivery> inTurn(ChannelId channel) {
        return all(delivery -> delivery.recipient().channel().equals(channel))
                .filter(one -> one.state() == DeliveryState.READY || one.state() == DeliveryState.UNKNOWN)
                .filter(one -> !standsBehind(one));
    }

    private static Instant dueAt(Delivery delivery) {
        return delivery.lease()
                .map(Lease::until)
                .filter(delivery.notBefore()::isBefore)
                .orElse(delivery.notBefore());
    }

    @Override
    public synchronized List<Delivery> thread(IncidentId incident, Recipient recipient) {
        return all(delivery -> delivery.incident().equals(incident)
                        && delivery.recipient().equals(recipient))
                .toList();
    }

    @Override
    public synchronized List<Delivery> of(IncidentId incident) {
        return all(delivery -> delivery.incident().equals(incident)).toList();
    }

    @Override
    public synchronized Optional<Delivery> find(DeliveryId id) {
        return Optional.ofNullable(deliveries.get(id.value()));
    }

    @Override
    public synchronized List<Delivery> open(int most) {
        return all(delivery -> !delivery.state().next().isEmpty()).limit(most).toList();
    }

    @Override
    public synchronized List<Delivery> held(ChannelId channel) {
        return all(one -> one.recipient().channel().equals(channel) && one.state() == DeliveryState.HELD)
                .toList();
    }

    @Override
    public synchronized long told(ChannelId channel, Instant since) {
        return all(one -> one.recipient().channel().equals(channel))
                .filter(one -> one.state() != DeliveryState.SUPERSEDED && one.state() != DeliveryState.ABANDONED)
                .filter(one ->
                        !created.getOrDefault(one.id().value(), Instant.MIN).isBefore(since))
                .count();
    }

    /** Those that wait for a person. */
    synchronized void waitLonger(Duration by) {
        all(Delivery::isAwaiting).forEach(one -> deliveries.put(one.id().value(), shifted(one, by, "nobody", true)));
    }

    @Override
    public synchronized List<Tally> tally() {
        var counted = new TreeMap<String, Tally>();
        all(delivery -> !delivery.state().next().isEmpty())
                .map(one -> new Tally(one.recipient().channel(), one.state(), 1, one.notBefore()))
                .forEach(one -> counted.merge(one.channel() + " " + name(one.state()), one, MemoryOutbox::sum));
        return List.copyOf(counted.values());
    }

    private static String name(DeliveryState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Tally sum(Tally one, Tally other) {
        var earliest = one.earliest().isBefore(other.earliest()) ? one.earliest() : other.earliest();
        return new Tally(one.channel(), one.state(), one.count() + other.count(), earliest);
    }

    private Stream<Delivery> all(Predicate<Delivery> which) {
        return List.copyOf(deliveries.values()).stream().filter(which);
    }

    @Override
    public synchronized boolean isPosted(ChannelId channel, String postedId) {
        return all(delivery -> delivery.recipient().channel().equals(channel))
                .flatMap(delivery -> delivery.posted().stream())
                .anyMatch(posted -> posted.id().equals(postedId));
    }

    @Override
    public synchronized Optional<List<Delivery>> advance(List<Delivery> changed) {
        if (!changed.stream().allMatch(this::mayAdvance)) {
            return Optional.empty();
        }
        var stored = changed.stream()
                .map(next -> keep(next.id(), next, next.state()))
                .toList();
        promote();
        return Optional.of(stored);
    }

    private boolean mayAdvance(Delivery next) {
        var stored = deliveries.get(next.id().value());
        if (stored == null || stored.version() != next.version()) {
            return false;
        }
        if (next.state() != stored.state() && !stored.state().next().contains(next.state())) {
            throw new IllegalStateException("%s can't become %s".formatted(stored, next.state()));
        }
        next.lease().ifPresent(claim -> checkFence(stored, claim));
        return next.state() != DeliveryState.SENDING || !standsBehind(next);
    }

    private void checkFence(Delivery stored, Lease claim) {
        long highest = fences.getOrDefault(stored.id().value(), 0L);
        var goesOn = stored.lease()
                .filter(lease -> lease.fence() == claim.fence() && lease.owner().equals(claim.owner()))
                .isPresent();
        if (claim.fence() <= highest && !goesOn) {
            throw new IllegalArgumentException("the fence of a claim should be higher than " + highest);
        }
    }

    @Override
    public synchronized int recover(Instant now, Instant lookAt, boolean everyOwner) {
        var left = all(one -> everyOwner || one.state() == DeliveryState.SENDING)
                .filter(one -> one.lease()
                        .filter(lease -> everyOwner || !lease.until().isAfter(now))
                        .isPresent())
                .toList();
        left.forEach(one -> keep(left(one, lookAt)));
        return (int) left.stream()
                .filter(one -> one.state() == DeliveryState.SENDING)
                .count();
    }

    @Override
    public synchronized void shift(Duration by, String owner, boolean everyOwner) {
        all(one -> !one.state().next().isEmpty())
                .forEach(one -> deliveries.put(one.id().value(), shifted(one, by, owner, everyOwner)));
    }

    private static Delivery shifted(Delivery one, Duration by, String owner, boolean everyOwner) {
        return new Delivery(
                one.id(),
                one.version(),
                one.incident(),
                one.update(),
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

    private static Delivery left(Delivery one, Instant lookAt) {
        return switch (one.state()) {
            case SENDING -> one.unknown(lookAt, "the bot stopped while it was being sent");
            case UNKNOWN -> one.unknown(one.notBefore(), one.note());
            default -> one.repeat(one.notBefore(), one.note());
        };
    }

    private void promote() {
        all(one -> one.state() == DeliveryState.WAITING && !one.isAwaiting() && !standsBehind(one))
                .forEach(one -> keep(one.id(), one, DeliveryState.READY));
    }

    private boolean standsBehind(Delivery delivery) {
        return thread(delivery.incident(), delivery.recipient()).stream()
                .anyMatch(one ->
                        one.id().value() < delivery.id().value() && one.state().blocksThread());
    }

    private Delivery keep(Delivery given) {
        return keep(given.id(), given, given.state());
    }

    private Delivery keep(DeliveryId id, Delivery given, DeliveryState state) {
        var kept = new Delivery(
                id,
                given.version() + 1,
                given.incident(),
                given.update(),
                given.recipient(),
                state,
                given.attempts(),
                millis(given.notBefore()),
                given.frozen().map(MemoryOutbox::millis),
                given.posted(),
                given.lease().map(lease -> new Lease(lease.owner(), millis(lease.until()), lease.fence())),
                given.reason());
        kept.lease().ifPresent(lease -> fences.put(id.value(), lease.fence()));
        deliveries.put(id.value(), kept);
        return kept;
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
                frozen.doubted());
    }
}
