package dev.backonline.channel.courier;

import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import java.time.Instant;

/** Hears of every step of every delivery, for the log and the figures. Never blocks, never throws. */
public interface Journal {
    void stepped(Delivery before, Delivery after);

    /** A step that another owner had forestalled: after a socket was written this is the one window that no lease can close. */
    void refused(Delivery after);

    /** What is to be sent was put into words since {@code begun}; {@code fits}: there are some that the network takes. */
    default void prepared(Delivery ready, Instant begun, boolean fits) {}

    /** The network was written to since {@code begun}, and this came of it. */
    default void attempted(Delivery sending, Instant begun, Outcome outcome) {}

    /** What may have arrived was looked for at the network since {@code begun}; or, before anything was sent, the network's list could not be read. */
    default void lookedUp(Delivery delivery, Instant begun, Sighting sighting) {}

    /** The network refuses our credentials: the channel stands still until they are mended. */
    default void stopped(ChannelId channel, String fix) {}

    /** The channel goes on, having stood still. */
    default void resumed(ChannelId channel) {}

    /** What the network said when it was asked who we are. */
    default void probed(ChannelId channel, Probe answer) {}

    /** A bug of ours at this delivery. */
    void stumbled(Delivery delivery, RuntimeException bug);
}
