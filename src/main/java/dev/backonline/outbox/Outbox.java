package dev.backonline.outbox;

import dev.backonline.incident.IncidentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The deliveries, and their only way of changing: compare-and-set. Blocks on the database; throws {@link StoreUnavailable}. */
public interface Outbox {
    /** Ready and unknown ones of a channel whose time has come and whose lease has ended, the oldest first. */
    List<Delivery> due(ChannelId channel, Instant now, int most);

    /** When the channel's next delivery will be due, if any waits for a time. */
    Optional<Instant> nextDue(ChannelId channel);

    /** All deliveries of one thread, in order. */
    List<Delivery> thread(IncidentId incident, Recipient recipient);

    /** All deliveries of an incident, in order. */
    List<Delivery> of(IncidentId incident);

    /** Whether a delivery of this channel is known to have become the post with this id at the network. */
    boolean isPosted(ChannelId channel, String postedId);

    /**
     * Replaces each delivery if it is still at the version it was read at, all or none; gives them at their new versions, or
     * nothing if one had been changed by another. What waited in the threads for one that is now finished becomes ready in the
     * same transaction.
     */
    Optional<List<Delivery>> advance(List<Delivery> changed);

    /**
     * Those that were being sent when their owner vanished become unknown, to be looked up at {@code lookAt}. Gives how many.
     * {@code everyOwner}: whoever has the lease (one process only, just started); else those whose lease ended before {@code now}.
     */
    int recover(Instant now, Instant lookAt, boolean everyOwner);
}
