package dev.backonline.check;

import java.time.Duration;
import java.time.Instant;

/** One answer, from where it was asked, when it was in, and how long it took. */
public record Observation(CheckId check, Location location, Instant at, Duration took, Answer answer) {
    /** From a process that was not told its place. */
    public Observation(CheckId check, Instant at, Duration took, Answer answer) {
        this(check, Location.HERE, at, took, answer);
    }

    /** The same, from this location. */
    public Observation from(Location place) {
        return new Observation(check, place, at, took, answer);
    }

    /** When the question was asked. */
    public Instant asked() {
        return at.minus(took);
    }
}
