package dev.backonline.bot.history;

import dev.backonline.verdict.history.Bucket;
import dev.backonline.verdict.history.History;
import dev.backonline.verdict.history.Retention;
import dev.backonline.verdict.history.Width;
import java.time.Instant;
import java.time.ZoneId;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which hours and days are to be added up as soon as they are over, or anew. After a start, those that a crash may have left out. */
final class SumsDue {
    private final History history;
    private final Retention retention;
    private final ZoneId zone;
    private final NavigableSet<Instant> hours = new TreeSet<>();
    private final NavigableSet<Instant> days = new TreeSet<>();
    private boolean caughtUp;

    SumsDue(History history, Retention retention, ZoneId zone) {
        this.history = history;
        this.retention = retention;
        this.zone = zone;
    }

    /** A minute was written. */
    void isNew(Bucket minute) {
        hours.add(Width.HOUR.start(minute.start(), zone));
    }

    void make(Instant now) {
        if (!caughtUp) {
            catchUp(now);
            caughtUp = true;
        }
        while (!hours.isEmpty() && isOver(Width.HOUR, hours.first(), now)) {
            var hour = hours.first();
            history.sumUp(Width.HOUR, hour, Width.HOUR.end(hour, zone));
            days.add(Width.DAY.start(hour, zone));
            hours.remove(hour);
        }
        while (!days.isEmpty() && isOver(Width.DAY, days.first(), now)) {
            var day = days.first();
            history.sumUp(Width.DAY, day, Width.DAY.end(day, zone));
            days.remove(day);
        }
    }

    private boolean isOver(Width width, Instant start, Instant now) {
        return !width.end(start, zone).isAfter(now);
    }

    private void catchUp(Instant now) {
        collect(Width.HOUR, now.minus(retention.minutes()), now, hours);
        collect(Width.DAY, now.minus(retention.hours()), now, days);
    }

    /** From the newest that there is, or the oldest that can be. The first whole one: of an older one not all parts are there. */
    private void collect(Width width, Instant oldest, Instant now, NavigableSet<Instant> due) {
        var first = history.newest(width).filter(oldest::isBefore).orElse(width.end(width.start(oldest, zone), zone));
        for (var start = width.start(first, zone); isOver(width, start, now); start = width.end(start, zone)) {
            due.add(start);
        }
    }
}
