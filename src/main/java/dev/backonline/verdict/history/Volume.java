package dev.backonline.verdict.history;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import dev.backonline.verdict.history.Latencies.Ranks;
import dev.backonline.verdict.history.Past.Curve;
import dev.backonline.verdict.history.Past.Day;
import dev.backonline.verdict.history.Yearbook.Axes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What the yearbook knows of one service. States that are alike are kept once: nearly all are. */
final class Volume {
    private static final int POINTS = (int) Yearbook.LATEST.dividedBy(Past.POINT);

    private final ServiceId service;
    private final List<CheckId> checks;
    /** Of the checks, the first that is known to have latencies. */
    private int plotted = Integer.MAX_VALUE;

    private final Map<LocalDate, StateTime> days = new TreeMap<>();
    private final Map<LocalDate, Integer> daily = new TreeMap<>();
    private final long[] slots = new long[POINTS];
    private final StateTime[] states = new StateTime[POINTS];
    private final int[] ranks = new int[POINTS];
    private StateTime todayTime = StateTime.NONE;
    private int todayRanks = Ranks.NONE;

    Volume(ServiceId service, List<CheckId> checks) {
        this.service = service;
        this.checks = List.copyOf(checks);
        Arrays.fill(states, StateTime.NONE);
    }

    void day(LocalDate date, Bucket day) {
        days.put(date, shared(time(day), days.getOrDefault(date.minusDays(1), StateTime.NONE)));
        daily.put(date, ranks(day));
        days.keySet().removeIf(old -> old.isBefore(date.minusDays(2L * Past.DAYS)));
        daily.keySet().retainAll(days.keySet());
    }

    void point(long slot, Bucket point) {
        var index = (int) Math.floorMod(slot, (long) POINTS);
        slots[index] = slot;
        states[index] = shared(time(point), states[Math.floorMod(index - 1, POINTS)]);
        ranks[index] = ranks(point);
    }

    void today(Bucket today) {
        todayTime = time(today);
        todayRanks = ranks(today);
    }

    boolean knowsAnything() {
        return plotted != Integer.MAX_VALUE
                || !todayTime.equals(StateTime.NONE)
                || days.values().stream().anyMatch(time -> !time.equals(StateTime.NONE));
    }

    private StateTime time(Bucket bucket) {
        return bucket.state(service);
    }

    private static StateTime shared(StateTime one, StateTime before) {
        return one.equals(before) ? before : one;
    }

    private int ranks(Bucket bucket) {
        for (int index = 0; index < Math.min(checks.size(), (long) plotted + 1); index++) {
            var heard = bucket.heard(checks.get(index));
            if (heard.times().ranks() != Ranks.NONE) {
                plotted = index;
                return heard.times().ranks();
            }
        }
        return Ranks.NONE;
    }

    Past past(Axes axes) {
        return new Past(
                bars(axes),
                latest(axes).within(Yearbook.LATEST),
                new Curve(axes.pointEdges(), plot(axes)),
                new Curve(axes.dayEdges(), dailyPlot(axes)));
    }

    private List<Day> bars(Axes axes) {
        var bars = new ArrayList<Day>(Past.DAYS);
        for (int index = 0; index < Past.DAYS; index++) {
            var date = axes.today().plusDays(index + 1L - Past.DAYS);
            var time = date.equals(axes.today()) ? todayTime : days.getOrDefault(date, StateTime.NONE);
            bars.add(new Day(date, time.within(axes.day(index))));
        }
        return bars;
    }

    private StateTime latest(Axes axes) {
        var sum = StateTime.NONE;
        var run = StateTime.NONE;
        var length = 0;
        for (int index = 0; index < POINTS; index++) {
            var state = isWithin(axes, index) ? states[index] : StateTime.NONE;
            if (!state.equals(run)) {
                sum = sum.plus(run.times(length));
                run = state;
                length = 0;
            }
            length++;
        }
        return sum.plus(run.times(length));
    }

    private boolean isWithin(Axes axes, int index) {
        return slots[index] >= axes.firstSlot() && slots[index] < axes.firstSlot() + POINTS;
    }

    private int[] plot(Axes axes) {
        return IntStream.range(0, POINTS)
                .map(point -> (int) Math.floorMod(axes.firstSlot() + point, (long) POINTS))
                .map(index -> isWithin(axes, index) ? ranks[index] : Ranks.NONE)
                .toArray();
    }

    private int[] dailyPlot(Axes axes) {
        return IntStream.range(0, Past.DAYS)
                .mapToObj(index -> axes.today().plusDays(index + 1L - Past.DAYS))
                .mapToInt(date -> date.equals(axes.today()) ? todayRanks : daily.getOrDefault(date, Ranks.NONE))
                .toArray();
    }
}
