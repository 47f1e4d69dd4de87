package dev.backonline.store.share;

import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation.Location;
import java.time.Duration;

/** What one process says to the others. */
public sealed interface Word {

    /** A check of a share answered; {@code steady}: it answers the same until the next word of it. */
    record Answered(String share, Location location, CheckId check, Answer answer, Duration took, boolean steady)
            implements Word {}

    /** The checks at one address were told something: what it was, as JSON. */
    record Passed(String address, String message) implements Word {}

    /** There is news of incidents, or of what was posted. */
    record News() implements Word {}

    /** A word to be written: its number, which no other of the same writer has, and how long ago it became true. */
    record Aged(long number, Word word, Duration age) {}

    /** A word as it was read. */
    record Read(long id, String writer, Word word, Duration age) {}
}
