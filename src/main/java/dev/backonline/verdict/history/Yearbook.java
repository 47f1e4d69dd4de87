package dev.backonline.verdict.history;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes each service's past of buckets. It remembers what it was told of days that are over and of the last 24 hours, so that only what
 * is new has to be read again. For one thread.
 */
public final class Yearbook {
    /** How far back the plot of latencies reaches. */
    public static final Duration LATEST = Duration.ofHours(24);

    private final ZoneId zone;
    private final Map<ServiceId, Volume> volumes = new LinkedHashMap<>();

    /** The checks of each service, in the order of the file. */
    public Yearbook(ZoneId zone, Map<ServiceId, List<CheckId>> checks) {
        this.zone = zone;
        checks.forEach((service, itsChecks) -> volumes.put(service, new Volume(service, itsChecks)));
    }

    /** Days that are over. One whose zone was another one counts for the date that most of it was. */
    public void days(List<Bucket> days) {
        for (var day : days) {
            var date = day.start().plus(Duration.ofHours(12)).atZone(zone).toLocalDate();
            volumes.values().forEach(volume -> volume.day(date, day));
        }
    }

    /** All known minutes of this time, in place of what was known of it; both ends are whole points ({@link Past#POINT}). */
    public void minutes(Instant from, Instant until, List<Bucket> minutes) {
        var points = minutes.stream().collect(Collectors.groupingBy(minute -> slot(minute.start())));
        for (var slot = slot(from); slot < slot(until); slot++) {
            var point = Bucket.joined(Width.MINUTE, from, points.getOrDefault(slot, List.of()));
            for (var volume : volumes.values()) {
                volume.point(slot, point);
            }
        }
    }

    /** The past of every service of which something is known; {@code today} is what is known of the day until now. */
    public Map<ServiceId, Past> at(Instant now, Bucket today) {
        var axes = Axes.at(now, zone);
        var pasts = new HashMap<ServiceId, Past>();
        volumes.forEach((service, volume) -> {
            volume.today(today);
            if (volume.knowsAnything()) {
                pasts.put(service, volume.past(axes));
            }
        });
        return Map.copyOf(pasts);
    }

    /** The beginning of the point of the plot that this time is in. */
    public static Instant point(Instant time) {
        return Instant.ofEpochSecond(slot(time) * Past.POINT.toSeconds());
    }

    static long slot(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), Past.POINT.toSeconds());
    }

    /** The times that a past is drawn against, the same for every service. */
    record Axes(Instant now, LocalDate today, List<Instant> dayEdges, List<Instant> pointEdges, long firstSlot) {
        static Axes at(Instant now, ZoneId zone) {
            var today = now.atZone(zone).toLocalDate();
            var days = IntStream.rangeClosed(1 - Past.DAYS, 0)
                    .mapToObj(day -> today.plusDays(day).atStartOfDay(zone).toInstant())
                    .toList();
            var slots = LATEST.dividedBy(Past.POINT);
            var first = slot(now) - slots + 1;
            var points = IntStream.range(0, (int) slots)
                    .mapToObj(slot -> Instant.ofEpochSecond((first + slot) * Past.POINT.toSeconds()))
                    .toList();
            return new Axes(now, today, edges(days, now), edges(points, now), first);
        }

        private static List<Instant> edges(List<Instant> starts, Instant now) {
            return IntStream.rangeClosed(0, starts.size())
                    .mapToObj(index -> index < starts.size() ? starts.get(index) : now)
                    .toList();
        }

        /** How long that day was; today: until now. */
        Duration day(int index) {
            return Duration.between(dayEdges.get(index), dayEdges.get(index + 1));
        }
    }
}
