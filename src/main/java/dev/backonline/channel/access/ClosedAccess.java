package dev.backonline.channel.access;

import dev.backonline.channel.Outcome;
import dev.backonline.check.Wire;
import java.time.Instant;

/** Lets nothing in, and says {@code why}: where opening the door would cost what can't be given. */
public record ClosedAccess(String why) implements Access {
    @Override
    public Passage carry(Wire.Request request, Instant now) {
        return new Passage.Stopped(new Outcome.AuthInvalid(why));
    }
}
