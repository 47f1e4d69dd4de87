package dev.backonline.page;

import dev.backonline.catalog.ServiceId;
import dev.backonline.verdict.history.Latency;
import dev.backonline.verdict.history.Past;
import dev.backonline.verdict.history.Past.Day;
import dev.backonline.verdict.history.Past.Point;
import dev.backonline.verdict.history.StateTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** What is remembered of made-up services: the same each time, and different for each service. */
public final class Memories {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int A_DAY = 288;

    private Memories() {}

    public static Map<ServiceId, Past> of(List<ServiceId> services, Instant now) {
        var memories = new HashMap<ServiceId, Past>();
        services.forEach(service -> memories.put(service, of(service.hashCode(), now)));
        return memories;
    }

    /** Of 90 days some are unknown, a few had trouble and one had maintenance; for an hour of the last 24 there is no answer. */
    public static Past of(int seed, Instant now) {
        var random = new Random(seed);
        var today = now.atZone(Piazza.IDENTITY.zone()).toLocalDate();
        var days = new ArrayList<Day>();
        for (var back = Past.DAYS - 1; back >= 0; back--) {
            days.add(new Day(today.minusDays(back), day(random, back)));
        }
        var start = now.minus(DAY);
        var gap = random.nextInt(A_DAY);
        var latencies = IntStream.range(0, A_DAY)
                .mapToObj(index -> new Point(
                        start.plus(Past.POINT.multipliedBy(index)),
                        Past.POINT,
                        index >= gap && index < gap + 14 ? Optional.empty() : Optional.of(latency(random))))
                .toList();
        var daily = days.stream()
                .map(day -> new Point(
                        day.date().atStartOfDay(Piazza.IDENTITY.zone()).toInstant(),
                        DAY,
                        day.time().unknown().equals(DAY) ? Optional.empty() : Optional.of(latency(random))))
                .toList();
        return new Past(days, days.getLast().time(), latencies, daily);
    }

    private static Latency latency(Random random) {
        var median = 180 + random.nextInt(90);
        return new Latency(
                Duration.ofMillis(median),
                Duration.ofMillis(median + 60L + random.nextInt(120)),
                Duration.ofMillis(600));
    }

    private static StateTime day(Random random, int back) {
        if (back > 84) {
            return StateTime.unknown(DAY);
        }
        var chance = random.nextInt(100);
        var minutes = Duration.ofMinutes(2L + random.nextInt(90));
        if (chance < 2) {
            return day(Duration.ZERO, Duration.ZERO, minutes, Duration.ZERO);
        }
        if (chance < 4) {
            return day(Duration.ZERO, minutes, Duration.ZERO, Duration.ZERO);
        }
        if (chance < 7) {
            return day(minutes, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        }
        return back == 20
                ? day(Duration.ZERO, Duration.ZERO, Duration.ZERO, minutes)
                : day(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    private static StateTime day(Duration slow, Duration partial, Duration major, Duration maintenance) {
        var up = DAY.minus(slow).minus(partial).minus(major).minus(maintenance);
        return new StateTime(up, slow, partial, major, maintenance, Duration.ZERO);
    }
}
