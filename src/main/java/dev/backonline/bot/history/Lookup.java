package dev.backonline.bot.history;

import dev.backonline.catalog.ServiceId;
import dev.backonline.verdict.history.Bucket;
import dev.backonline.verdict.history.History;
import dev.backonline.verdict.history.Past;
import dev.backonline.verdict.history.Width;
import dev.backonline.verdict.history.Yearbook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads what the yearbook needs: everything after a start, then what may have changed since. In small pieces, since each piece is all of
 * thousands of services.
 */
final class Lookup {
    /** Ours: a recorder writes minutes anew that are so young, and another process may be late; what is older is settled. */
    private static final Duration MAY_CHANGE = Duration.ofMinutes(20);

    private static final int DAYS_MAY_CHANGE = 2;

    private final History history;
    private final Yearbook yearbook;
    private final ZoneId zone;
    private boolean anew = true;
    /** Of today, what is settled. */
    private Bucket settled = day(Instant.MIN);

    private Instant settledUntil = Instant.MIN;

    Lookup(History history, Yearbook yearbook, ZoneId zone) {
        this.history = history;
        this.yearbook = yearbook;
        this.zone = zone;
    }

    Map<ServiceId, Past> past(Instant now) {
        days(now, anew ? Past.DAYS : DAYS_MAY_CHANGE);
        var today = today(now);
        anew = false;
        return yearbook.at(now, today);
    }

    /** One by one. */
    private void days(Instant now, int count) {
        var today = Width.DAY.start(now, zone).atZone(zone);
        for (int back = count; back > 0; back--) {
            var start = today.minusDays(back).toInstant();
            var end = today.minusDays(back - 1L).toInstant();
            yearbook.days(history.read(Width.DAY, start, end));
        }
    }

    /** The minutes of today, while those of the last day are read for the plot. */
    private Bucket today(Instant now) {
        var midnight = Width.DAY.start(now, zone);
        var settles = Yearbook.point(now.minus(MAY_CHANGE));
        var first = earlier(midnight, Yearbook.point(now.minus(Yearbook.LATEST)));
        if (anew || settledUntil.isBefore(first) || settledUntil.isAfter(settles)) {
            settledUntil = first;
        }
        if (anew || !settled.start().equals(midnight)) {
            settled = day(midnight);
        }
        var open = new ArrayList<Bucket>();
        for (var from = settledUntil; !from.isAfter(now); from = from.plus(Past.POINT)) {
            var minutes = point(from, midnight);
            if (from.isBefore(settles)) {
                settled = with(settled, minutes);
                settledUntil = from.plus(Past.POINT);
            } else {
                open.addAll(minutes);
            }
        }
        return with(settled, open);
    }

    /** Of today only. */
    private List<Bucket> point(Instant from, Instant midnight) {
        var minutes = history.read(Width.MINUTE, from, from.plus(Past.POINT));
        yearbook.minutes(from, from.plus(Past.POINT), minutes);
        return from.isBefore(midnight) ? List.of() : minutes;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Bucket day(Instant midnight) {
        return new Bucket(Width.DAY, midnight, Map.of(), Map.of());
    }

    private static Bucket with(Bucket day, List<Bucket> parts) {
        var all = new ArrayList<>(parts);
        all.addFirst(day);
        return parts.isEmpty() ? day : Bucket.joined(Width.DAY, day.start(), all);
    }
}
