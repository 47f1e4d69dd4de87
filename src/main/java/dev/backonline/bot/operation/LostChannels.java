package dev.backonline.bot.operation;

import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Hold;
import dev.backonline.outbox.Outbox;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Ends, visibly, what was to be told on channels that the file no longer names: nobody would ever deliver it. */
record LostChannels(Outbox outbox, Set<ChannelId> known) {
    private static final Logger LOG = Logger.getLogger(LostChannels.class);
    private static final String WHY = "the file no longer names its channel";

    /** Blocks on the database. */
    void end() {
        outbox.tally().stream()
                .map(Outbox.Tally::channel)
                .filter(channel -> !known.contains(channel))
                .distinct()
                .forEach(this::end);
    }

    private void end(ChannelId channel) {
        outbox.open(Integer.MAX_VALUE).stream()
                .filter(delivery -> delivery.recipient().channel().equals(channel))
                .forEach(this::end);
    }

    /** What may have arrived is held, for a person to look; what another owner is sending is left to its end. */
    private void end(Delivery delivery) {
        switch (delivery.state()) {
            case READY, WAITING -> write(delivery, delivery.abandoned(WHY));
            case UNKNOWN -> write(delivery, delivery.held(Hold.DOUBT, WHY + ", and it may have arrived"));
            case SENDING, HELD, SENT, SUPERSEDED, ABANDONED -> {}
        }
    }

    /** A waiting one may have become ready as the one before it ended: then it has a newer version. */
    private void write(Delivery before, Delivery after) {
        if (outbox.advance(List.of(after)).isEmpty()) {
            outbox.find(before.id())
                    .filter(now -> now.state() == DeliveryState.READY && before.state() == DeliveryState.WAITING)
                    .ifPresent(now -> write(now, now.abandoned(WHY)));
        } else {
            LOG.errorf(
                    "Delivery has no channel any more state=%s delivery=%s incident=%s channel=%s",
                    after.state() == DeliveryState.HELD ? "held" : "abandoned",
                    before.id(),
                    before.incident(),
                    before.recipient().channel());
        }
    }
}
