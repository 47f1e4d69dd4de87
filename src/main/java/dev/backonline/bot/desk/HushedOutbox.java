package dev.backonline.bot.desk;

import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentBook;
import dev.backonline.incident.IncidentId;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Outbox;
import dev.backonline.outbox.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The outbox as couriers see it: while it is muted, only people's words and alarms are due, and looking for what may have arrived. */
public record HushedOutbox(Outbox outbox, IncidentBook book, BooleanSupplier muted) implements Outbox {

    @Override
    public List<Delivery> due(ChannelId channel, Instant now, int most) {
        return muted.getAsBoolean()
                ? outbox.due(channel, now, Integer.MAX_VALUE).stream()
                        .filter(delivery -> delivery.state() == DeliveryState.UNKNOWN || isToldAllTheSame(delivery))
                        .limit(most)
                        .toList()
                : outbox.due(channel, now, most);
    }

    private boolean isToldAllTheSame(Delivery delivery) {
        return book.find(delivery.incident())
                .filter(incident -> incident.isAlarm() || isByHand(incident, delivery))
                .isPresent();
    }

    private static boolean isByHand(Incident incident, Delivery delivery) {
        return incident.updates().stream()
                .anyMatch(update ->
                        update.number() == delivery.update() && update.words().isPresent());
    }

    /** Muted: nobody knows; it is asked for again soon. */
    @Override
    public Optional<Instant> nextDue(ChannelId channel) {
        return muted.getAsBoolean() ? Optional.empty() : outbox.nextDue(channel);
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

    @Override
    public Optional<List<Delivery>> advance(List<Delivery> changed) {
        return outbox.advance(changed);
    }

    @Override
    public int recover(Instant now, Instant lookAt, boolean everyOwner) {
        return outbox.recover(now, lookAt, everyOwner);
    }

    @Override
    public void shift(Duration by, String owner, boolean everyOwner) {
        outbox.shift(by, owner, everyOwner);
    }
}
