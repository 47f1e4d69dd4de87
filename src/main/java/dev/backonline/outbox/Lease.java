package dev.backonline.outbox;

import java.time.Instant;

/** Who works on a delivery until when; the fence rises with every claim, so that an owner who wakes up late is refused; see {@link Delivery#claim}. */
public record Lease(String owner, Instant until, long fence) {}
