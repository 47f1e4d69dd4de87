package dev.backonline.channel.courier;

import dev.backonline.channel.Probe;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;

/** Hears of every step of every delivery, for the log and the figures. Never blocks, never throws. */
public interface Journal {
    void stepped(Delivery before, Delivery after);

    /** A step that another owner had forestalled: after a socket was written this is the one window that no lease can close. */
    void refused(Delivery after);

    /** The network refuses our credentials: the channel stands still until they are mended. */
    default void stopped(ChannelId channel, String fix) {}

    /** The channel goes on, having stood still. */
    default void resumed(ChannelId channel) {}

    /** What the network said when it was asked who we are. */
    default void probed(ChannelId channel, Probe answer) {}

    /** A bug of ours at this delivery. */
    void stumbled(Delivery delivery, RuntimeException bug);
}
