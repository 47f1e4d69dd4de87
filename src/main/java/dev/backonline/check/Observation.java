package dev.backonline.check;

import java.time.Duration;
import java.time.Instant;

/** One answer, when it was in, and how long it took. */
public record Observation(CheckId check, Instant at, Duration took, Answer answer) {}
