package dev.backonline.bot.history;

import dev.backonline.catalog.ServiceId;
import dev.backonline.verdict.history.Almanac;
import dev.backonline.verdict.history.Bucket;
import dev.backonline.verdict.history.History;
import dev.backonline.verdict.history.Past;
import dev.backonline.verdict.history.Width;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads what the almanac needs: everything after a start, then what may have changed since. In small pieces, since a piece is all of
 * thousands of services.
 */
final class Lookup {
    /** Ours: an hour covers what a recorder writes anew, and another process's delay. */
    private static final Duration MAY_HAVE_CHANGED = Duration.ofHours(1);

    private static final Duration PIECE = Past.POINT.multipliedBy(2);
    private static final int DAYS_MAY_HAVE_CHANGED = 2;

    private final History history;
    private final Almanac almanac;
    private final ZoneId zone;
    private boolean anew = true;

    Lookup(History history, Almanac almanac, ZoneId zone) {
        this.history = history;
        this.almanac = almanac;
        this.zone = zone;
    }

    Map<ServiceId, Past> past(Instant now) {
        days(now, anew ? Past.DAYS : DAYS_MAY_HAVE_CHANGED);
        minutes(now, anew ? Almanac.LATEST : MAY_HAVE_CHANGED);
        anew = false;
        return almanac.at(now, today(now));
    }

    /** One by one; a day may have begun at another time, if the zone was another one. */
    private void days(Instant now, int count) {
        var today = Width.DAY.start(now, zone);
        for (int back = count; back > 0; back--) {
            var start = today.atZone(zone).minusDays(back).toInstant();
            var end = today.atZone(zone).minusDays(back - 1L).toInstant();
            almanac.days(history.read(Width.DAY, start, end));
        }
    }

    private void minutes(Instant now, Duration back) {
        var until = Almanac.point(now).plus(Past.POINT);
        for (var from = Almanac.point(now.minus(back)); from.isBefore(until); from = from.plus(PIECE)) {
            almanac.minutes(from, from.plus(PIECE), history.read(Width.MINUTE, from, from.plus(PIECE)));
        }
    }

    /** The hours that are over, and the minutes since. */
    private Bucket today(Instant now) {
        var midnight = Width.DAY.start(now, zone);
        var hour = Width.HOUR.start(now, zone);
        var today = new Bucket(Width.DAY, midnight, Map.of(), Map.of());
        for (var start = midnight; start.isBefore(hour); start = Width.HOUR.end(start, zone)) {
            today = with(today, history.read(Width.HOUR, start, Width.HOUR.end(start, zone)));
        }
        for (var from = hour; from.isBefore(now); from = from.plus(PIECE)) {
            today = with(today, history.read(Width.MINUTE, from, from.plus(PIECE)));
        }
        return today;
    }

    private static Bucket with(Bucket today, List<Bucket> parts) {
        return parts.isEmpty()
                ? today
                : Bucket.joined(
                        Width.DAY,
                        today.start(),
                        Stream.concat(Stream.of(today), parts.stream()).toList());
    }
}
