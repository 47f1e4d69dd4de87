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

    /** The same, answered otherwise. */
    public Observation with(Answer other) {
        return new Observation(check, location, at, took, other);
    }

    /** When the question was asked. */
    public Instant asked() {
        return at.minus(took);
    }

    /** The place from which a check is asked, such as {@code milan}: one replica's name for where it stands. */
    public record Location(String value) implements Comparable<Location> {
        /** Where a process is that was not told its place. */
        public static final Location HERE = new Location("here");

        public Location {
            if (!value.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("location '%s' should match [a-z0-9-]{1,40}".formatted(value));
            }
        }

        @Override
        public int compareTo(Location other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
