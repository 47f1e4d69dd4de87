package dev.backonline.channel.courier;

import dev.backonline.outbox.Delivery;

/** Hears of every step of every delivery, for the log and the figures. Never blocks, never throws. */
public interface Journal {
    void stepped(Delivery before, Delivery after);

    /** A step that another owner had forestalled: after a socket was written this is the one window that no lease can close. */
    void refused(Delivery after);

    /** A bug of ours at this delivery. */
    void stumbled(Delivery delivery, RuntimeException bug);
}
