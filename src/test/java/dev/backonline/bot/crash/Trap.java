package dev.backonline.bot.crash;

import dev.backonline.incident.IncidentId;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.Ledger;
import dev.backonline.outbox.Outbox;
import dev.backonline.outbox.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An outbox in which, at one chosen write, time stands still: just before its commit, or just after it. */
final class Trap implements Outbox {
    private final Outbox outbox;
    private final Consumer<String> caught;
    private Spot spot = new Spot("never", "ANY", 0);
    private int passed;

    /** The so-manieth write of this kind, {@code before} or {@code after} its commit. */
    record Spot(String when, String state, int count) {
        static Spot parse(String text) {
            var words = text.split(" ", -1);
            return new Spot(words[0], words[1], Integer.parseInt(words[2]));
        }

        private boolean isOf(String moment, String written) {
            return when.equals(moment) && (state.equals("ANY") || state.equals(written));
        }

        @Override
        public String toString() {
            return "%s %s %d".formatted(when, state, count);
        }
    }

    Trap(Outbox outbox, Consumer<String> caught) {
        this.outbox = outbox;
        this.caught = caught;
    }

    synchronized void arm(Spot next) {
        spot = next;
        passed = 0;
    }

    private void pass(String moment, Delivery delivery) {
        pass(moment, delivery.state().name(), delivery.recipient().channel().value());
    }

    private void pass(String moment, String written, String where) {
        if (isSprung(moment, written)) {
            caught.accept("%s %s %s".formatted(moment, written, where));
        }
    }

    private synchronized boolean isSprung(String moment, String written) {
        return spot.isOf(moment, written) && ++passed == spot.count();
    }

    /** A decision and its deliveries, which are one write. */
    Ledger around(Ledger ledger) {
        return (change, deliveries) -> {
            pass("before", "DECIDED", "all");
            var recorded = ledger.record(change, deliveries);
            pass("after", "DECIDED", "all");
            return recorded;
        };
    }

    @Override
    public Optional<List<Delivery>> advance(List<Delivery> changed) {
        pass("before", changed.getFirst());
        var written = outbox.advance(changed);
        pass("after", changed.getFirst());
        return written;
    }

    @Override
    public int recover(Instant now, Instant lookAt, boolean everyOwner) {
        return outbox.recover(now, lookAt, everyOwner);
    }

    @Override
    public void shift(Duration by, String owner, boolean everyOwner) {
        outbox.shift(by, owner, everyOwner);
    }

    @Override
    public List<Delivery> due(ChannelId channel, Instant now, int most) {
        return outbox.due(channel, now, most);
    }

    @Override
    public Optional<Instant> nextDue(ChannelId channel) {
        return outbox.nextDue(channel);
    }

    @Override
    public List<Delivery> thread(IncidentId incident, Recipient recipient) {
        return outbox.thread(incident, recipient);
    }

    @Override
    public List<Delivery> of(IncidentId incident) {
        return outbox.of(incident);
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        return outbox.find(id);
    }

    @Override
    public List<Delivery> open(int most) {
        return outbox.open(most);
    }

    @Override
    public List<Delivery> held(ChannelId channel) {
        return outbox.held(channel);
    }

    @Override
    public long told(ChannelId channel, Instant since) {
        return outbox.told(channel, since);
    }

    @Override
    public List<Tally> tally() {
        return outbox.tally();
    }

    @Override
    public boolean isPosted(ChannelId channel, String postedId) {
        return outbox.isPosted(channel, postedId);
    }
}
