package dev.backonline.outbox;

import dev.backonline.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The deliveries, and their only way of changing: compare-and-set. Blocks on the database; throws {@link StoreUnavailable}. Times
 * are kept to the millisecond: what is given back is what was stored.
 */
public interface Outbox {
    /**
     * Ready and unknown ones of a channel whose time has come and whose lease has ended, the oldest first; never one that stands
     * behind an unfinished one in its thread.
     */
    List<Delivery> due(ChannelId channel, Instant now, int most);

    /** When the channel's next ready or unknown delivery is due (maybe in the past), if there is one whose turn it is in its thread. */
    Optional<Instant> nextDue(ChannelId channel);

    /** All deliveries of one thread, in order. */
    List<Delivery> thread(IncidentId incident, Recipient recipient);

    /** All deliveries of an incident, in order. */
    List<Delivery> of(IncidentId incident);

    /** The one with this id. */
    Optional<Delivery> find(DeliveryId id);

    /** All that are not at their end, held ones among them, the oldest first. */
    List<Delivery> open(int most);

    /** Those of a channel that are held, the oldest first. */
    List<Delivery> held(ChannelId channel);

    /** Those that wait for a person's approval, the oldest first. */
    default List<Delivery> awaiting() {
        return open(Integer.MAX_VALUE).stream().filter(Delivery::isAwaiting).toList();
    }

    /** How many posts of a channel were decided since this time, and were or may yet be made. */
    long told(ChannelId channel, Instant since);

    /** How many of each channel are in each state that is not an end, and when the first of them was due. */
    List<Tally> tally();

    /** So many deliveries of one channel in one state; {@code earliest}: when the first of them may be, or might have been, worked on. */
    record Tally(ChannelId channel, DeliveryState state, long count, Instant earliest) {}

    /** Whether a delivery of this channel is known to have become the post with this id at the network. */
    boolean isPosted(ChannelId channel, String postedId);

    /**
     * Replaces each delivery if it is still at the version it was read at, all or none, and gives them as they are stored now (in
     * the order given), to go on from; empty, with nothing changed, if one had moved on, or would be sent before its turn in its
     * thread. What waited in the threads for one that is now finished becomes ready in the same transaction.
     *
     * @throws IllegalStateException if there is no arrow from the stored state to the new one
     * @throws IllegalArgumentException if a new claim's fence is not higher than every earlier one's
     */
    Optional<List<Delivery>> advance(List<Delivery> changed);

    /**
     * Those that were being sent when their owner vanished become unknown, to be looked up at {@code lookAt}. Gives how many.
     * {@code everyOwner}: whoever has the lease (one process only, just started; other claims end too); else only those whose
     * lease had ended at {@code now}.
     */
    int recover(Instant now, Instant lookAt, boolean everyOwner);

    /**
     * The wall clock was moved by so much: what was waited for is waited for as long as before. {@code everyOwner}: this one process
     * has set all times of what is open; else only the ends of this owner's leases are its own.
     */
    void shift(Duration by, String owner, boolean everyOwner);
}
