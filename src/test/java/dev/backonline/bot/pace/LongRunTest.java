package dev.backonline.bot.pace;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.CheckId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Days of checks, looked after at odd times, some of which never end soon enough. */
class LongRunTest {
    private static final List<Duration> INTERVALS =
            List.of(ofSeconds(1), ofSeconds(7), ofSeconds(10), ofSeconds(60), ofSeconds(300), ofHours(1));

    private final Timetable timetable = new Timetable();
    private final Random random = new Random(5);
    private final Map<CheckId, List<Long>> asked = new HashMap<>();
    private long now;

    @Test
    void after_a_day_of_odd_delays_no_check_has_drifted_or_lost_a_slot() {
        add(60);

        looked(ofHours(24), 900);

        for (var check = 0; check < 60; check++) {
            var every = INTERVALS.get(check % INTERVALS.size()).toNanos();
            var slots = Objects.requireNonNull(asked.get(id(check)));
            var all = (int) (ofHours(24).toNanos() / every);
            assertThat(slots).hasSizeBetween(all - 1, all + 2);
            assertThat(slots.subList(1, slots.size()))
                    .extracting(slot -> slot % every)
                    .containsOnly(slots.get(1) % every);
        }
    }

    @Test
    void a_check_whose_answers_take_longer_than_its_interval_is_asked_again_at_its_phase_and_never_twice_at_once() {
        timetable.add(id(0), ofSeconds(1), () -> {}, 0);
        var slots = new ArrayList<Long>();
        var asking = Optional.<Beat>empty();
        var busyUntil = 0L;

        for (var step = 0; step < 20_000; step++) {
            now += ofMillis(1 + random.nextInt(40)).toNanos();
            if (now >= busyUntil) {
                asking.ifPresent(Beat::end);
                asking = Optional.empty();
            }
            for (var turn : timetable.turns(now)) {
                if (turn.begins()) {
                    assertThat(asking).isEmpty();
                    asking = Optional.of(turn.beat());
                    busyUntil = now + ofMillis(1_500).toNanos();
                    slots.add(turn.slot());
                }
            }
        }

        assertThat(slots).hasSizeGreaterThan(150);
        assertThat(slots.subList(1, slots.size()))
                .extracting(slot -> slot % ofSeconds(1).toNanos())
                .containsOnly(slots.get(1) % ofSeconds(1).toNanos());
    }

    /** As when the machine slept, or the process was stopped. */
    @Test
    void after_a_pause_of_an_hour_ten_thousand_checks_of_all_intervals_make_no_burst() {
        add(10_000);
        looked(ofSeconds(400), 20);

        now += ofHours(1).toNanos();
        var atOnce = timetable.turns(now).stream().filter(Beat.Turn::begins).count();

        assertThat(atOnce).isBetween(1_500L, 3_500L);
    }

    private void add(int checks) {
        IntStream.range(0, checks)
                .forEach(check -> timetable.add(id(check), INTERVALS.get(check % INTERVALS.size()), () -> {}, 0));
    }

    private void looked(Duration time, int slowestMillis) {
        for (var end = now + time.toNanos();
                now < end;
                now += ofMillis(1 + random.nextInt(slowestMillis)).toNanos()) {
            for (var turn : timetable.turns(now)) {
                if (turn.begins()) {
                    asked.computeIfAbsent(turn.beat().check(), _ -> new ArrayList<>())
                            .add(turn.slot());
                    turn.beat().end();
                }
            }
        }
    }

    private static CheckId id(int number) {
        return new CheckId("service-%d/1-http".formatted(number));
    }
}
