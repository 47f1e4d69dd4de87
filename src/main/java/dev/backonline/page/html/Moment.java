package dev.backonline.page.html;

import dev.backonline.page.Timepiece;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A time for people and for machines; {@code offset} says which zone's it is. */
@RegisterForReflection
record Moment(String machine, String text, String offset) {
    static Moment full(Timepiece timepiece, Instant instant) {
        return new Moment(timepiece.machine(instant), timepiece.dateAndTime(instant), timepiece.offset(instant));
    }
}
