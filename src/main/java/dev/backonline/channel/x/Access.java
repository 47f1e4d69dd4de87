package dev.backonline.channel.x;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Outcome;
import dev.backonline.check.Wire;
import java.time.Instant;
import java.util.List;

/** Carries requests with what opens the network's door; at most one of them is let in. */
interface Access {
    Passage carry(Wire.Request request, Instant now);

    /** How that went. */
    sealed interface Passage {
        /** The network has answered, or nobody has; {@code secrets} are those that it may repeat to us. */
        record Carried(Wire.Reply reply, List<Secret> secrets) implements Passage {}

        /** The request stayed here. */
        record Stopped(Outcome outcome) implements Passage {}
    }
}
