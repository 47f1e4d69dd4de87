package dev.backonline.channel.x;

import dev.backonline.channel.Outcome;
import dev.backonline.check.Wire;
import java.time.Instant;

/** Where fresh tokens cannot be kept, none is asked for: the network would take back the one in the file for it. */
record NoAccess() implements Access {
    static final String WHY =
            "OAuth 2.0 gives a new refresh token for each one used, and here none can be kept: only the running bot may ask";

    @Override
    public Passage carry(Wire.Request request, Instant now) {
        return new Passage.Stopped(new Outcome.AuthInvalid(WHY));
    }
}
