package dev.backonline.operator;

import java.util.Optional;

/** Knows where what is sent to checks belongs; never blocks. One that is shared between replicas would stand here. */
@FunctionalInterface
public interface Mailroom {
    /** The mailbox of an address such as {@code heartbeat/photos-worker}; empty if no check is told there. */
    Optional<Mailbox> mailbox(String address);
}
