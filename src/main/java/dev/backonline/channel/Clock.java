package dev.backonline.channel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** What happened is stamped by the wall clock, what is waited for is measured by the monotonic one. */
public record Clock(InstantSource wall, LongSupplier nanos) {
    public Instant now() {
        return wall.instant();
    }
}
