package dev.backonline.store.memory;

import dev.backonline.incident.IncidentId;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Lease;
import dev.backonline.outbox.Outbox;
import dev.backonline.outbox.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The deliveries of a {@link MemoryStore}. */
final class MemoryOutbox implements Outbox {
    private final Pigeonholes shelf = new Pigeonholes();

    synchronized void add(List<Delivery> told, Instant at) {
        told.forEach(delivery -> shelf.add(delivery, at));
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
        return shelf.unfinished()
                .filter(delivery -> delivery.recipient().channel().equals(channel))
                .filter(one -> one.state() == DeliveryState.READY || one.state() == DeliveryState.UNKNOWN)
                .filter(one -> !shelf.standsBehind(one));
    }

    private static Instant dueAt(Delivery delivery) {
        return delivery.lease()
                .map(Lease::until)
                .filter(delivery.notBefore()::isBefore)
                .orElse(delivery.notBefore());
    }

    @Override
    public synchronized List<Delivery> thread(IncidentId incident, Recipient recipient) {
        return shelf.thread(incident, recipient);
    }

    @Override
    public synchronized List<Delivery> of(IncidentId incident) {
        return shelf.of(incident);
    }

    @Override
    public synchronized Optional<Delivery> find(DeliveryId id) {
        return shelf.find(id);
    }

    @Override
    public synchronized List<Delivery> open(int most) {
        return shelf.unfinished().limit(most).toList();
    }

    @Override
    public synchronized List<Delivery> held(ChannelId channel) {
        return shelf.unfinished()
                .filter(one -> one.recipient().channel().equals(channel) && one.state() == DeliveryState.HELD)
                .toList();
    }

    @Override
    public synchronized long told(ChannelId channel, Instant since) {
        return shelf.all()
                .filter(one -> one.recipient().channel().equals(channel))
                .filter(one -> one.state() != DeliveryState.SUPERSEDED && one.state() != DeliveryState.ABANDONED)
                .filter(one -> !shelf.created(one.id()).isBefore(since))
                .count();
    }

    /** Those that wait for a person. */
    synchronized void waitLonger(Duration by) {
        shelf.unfinished()
                .filter(Delivery::isAwaiting)
                .map(one -> Pigeonholes.shifted(one, by, "nobody", true))
                .forEach(shelf::put);
    }

    @Override
    public synchronized List<Tally> tally() {
        var counted = new TreeMap<String, Tally>();
        shelf.unfinished()
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

    @Override
    public synchronized boolean isPosted(ChannelId channel, String postedId) {
        return shelf.all()
                .filter(delivery -> delivery.recipient().channel().equals(channel))
                .flatMap(delivery -> delivery.posted().stream())
                .anyMatch(posted -> posted.id().equals(postedId));
    }

    @Override
    public synchronized Optional<List<Delivery>> advance(List<Delivery> changed) {
        if (!changed.stream().allMatch(this::mayAdvance)) {
            return Optional.empty();
        }
        var stored = changed.stream()
                .map(next -> shelf.keep(next.id(), next, next.state()))
                .toList();
        promote();
        return Optional.of(stored);
    }

    private boolean mayAdvance(Delivery next) {
        var stored = shelf.find(next.id());
        if (stored.isEmpty() || stored.get().version() != next.version()) {
            return false;
        }
        var state = stored.get().state();
        if (next.state() != state && !state.next().contains(next.state())) {
            throw new IllegalStateException("%s can't become %s".formatted(stored.get(), next.state()));
        }
        next.lease().ifPresent(claim -> checkFence(stored.get(), claim));
        return next.state() != DeliveryState.SENDING || !shelf.standsBehind(next);
    }

    private void checkFence(Delivery stored, Lease claim) {
        var highest = shelf.highestFence(stored.id());
        var goesOn = stored.lease()
                .filter(lease -> lease.fence() == claim.fence() && lease.owner().equals(claim.owner()))
                .isPresent();
        if (claim.fence() <= highest && !goesOn) {
            throw new IllegalArgumentException("the fence of a claim should be higher than " + highest);
        }
    }

    @Override
    public synchronized int recover(Instant now, Instant lookAt, boolean everyOwner) {
        var left = shelf.unfinished()
                .filter(one -> everyOwner || one.state() == DeliveryState.SENDING)
                .filter(one -> one.lease()
                        .filter(lease -> everyOwner || !lease.until().isAfter(now))
                        .isPresent())
                .toList();
        left.stream().map(one -> left(one, lookAt)).forEach(one -> shelf.keep(one.id(), one, one.state()));
        return (int) left.stream()
                .filter(one -> one.state() == DeliveryState.SENDING)
                .count();
    }

    private static Delivery left(Delivery one, Instant lookAt) {
        return switch (one.state()) {
            case SENDING -> one.unknown(lookAt, "the bot stopped while it was being sent");
            case UNKNOWN -> one.unknown(one.notBefore(), one.note());
            default -> one.repeat(one.notBefore(), one.note());
        };
    }

    @Override
    public synchronized void shift(Duration by, String owner, boolean everyOwner) {
        shelf.unfinished()
                .map(one -> Pigeonholes.shifted(one, by, owner, everyOwner))
                .forEach(shelf::put);
    }

    private void promote() {
        shelf.unfinished()
                .filter(one -> one.state() == DeliveryState.WAITING && !one.isAwaiting() && !shelf.standsBehind(one))
                .forEach(one -> shelf.keep(one.id(), one, DeliveryState.READY));
    }
}
