package dev.backonline.page.html;

import dev.backonline.page.Timepiece;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A time for people and for machines; {@code hour} is without its day, {@code offset} says which zone's it is, and is empty where
 * that was just said.
 */
@RegisterForReflection
record Moment(String machine, String text, String hour, String offset) {
    static Moment full(Timepiece timepiece, Instant instant) {
        return new Moment(
                timepiece.machine(instant),
                timepiece.dateAndTime(instant),
                timepiece.time(instant),
                timepiece.offset(instant));
    }

    /** Without the day and the offset, where they are those of the time that was just said. */
    static Moment after(Timepiece timepiece, Instant said, Instant instant) {
        var full = full(timepiece, instant);
        return new Moment(
                full.machine(),
                timepiece.day(said).equals(timepiece.day(instant)) ? full.hour() : full.text(),
                full.hour(),
                timepiece.offset(said).equals(full.offset()) ? "" : full.offset());
    }
}
