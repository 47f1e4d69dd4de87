package dev.backonline.bot.pace;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.backonline.bot.pace.Beat.Turn;
import dev.backonline.check.CheckId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final CheckId CHAT = new CheckId("chat/1-http");
    private static final Duration EVERY = ofSeconds(10);

    private final Timetable timetable = new Timetable();

    @Test
    void a_check_is_asked_at_once_and_then_once_in_each_interval_at_its_phase() {
        timetable.add(CHAT, EVERY, () -> {}, 0);

        var slots = slots(ofSeconds(100));

        assertThat(slots.getFirst()).isZero();
        assertThat(slots).hasSize(11);
        assertThat(LongStream.range(2, 11).map(turn -> slots.get((int) turn) - slots.get((int) turn - 1)))
                .containsOnly(EVERY.toNanos());
    }

    @Test
    void the_second_question_keeps_its_distance_from_the_first() {
        add(1_000, EVERY);

        var slots = turns(ofSeconds(30)).stream()
                .collect(Collectors.groupingBy(
                        turn -> turn.beat().check(), Collectors.mapping(Turn::slot, Collectors.toList())));

        assertThat(slots.values())
                .allSatisfy(times -> assertThat(times.get(1) - times.get(0))
                        .isBetween(EVERY.toNanos() / 2, EVERY.toNanos() * 3 / 2));
    }

    @Test
    void checks_are_spread_over_their_interval() {
        add(10_000, EVERY);
        timetable.turns(ofSeconds(100).toNanos());

        var perTenth = turnsFrom(ofSeconds(100), ofSeconds(110)).stream()
                .collect(Collectors.groupingBy(
                        turn -> turn.slot() / ofMillis(100).toNanos(), Collectors.counting()));

        assertThat(perTenth).hasSizeBetween(100, 101);
        assertThat(perTenth.values()).allSatisfy(count -> assertThat(count).isLessThan(150));
    }

    @Test
    void a_check_has_the_same_phase_after_every_start() {
        var other = new Timetable();
        add(3, EVERY);
        List.of(2, 0, 1).forEach(number -> other.add(check(number), EVERY, () -> {}, 0));

        var phases = phases(timetable);

        assertThat(phases).isEqualTo(phases(other)).hasSize(3);
    }

    @Test
    void the_first_questions_go_out_one_by_one() {
        add(10_000, ofHours(1));

        var begun = List.of(
                turns(Duration.ZERO).size(),
                turns(ofMillis(999)).size(),
                turns(ofSeconds(10)).size());

        // A few have their phase so early that they do not wait for their place in the row.
        assertThat(begun.get(0)).isOne();
        assertThat(begun.get(1)).isBetween(999, 1_005);
        assertThat(begun.get(2)).isBetween(8_990, 9_030);
    }

    @Test
    void a_check_that_is_being_asked_is_not_asked_again() {
        timetable.add(CHAT, EVERY, () -> {}, 0);
        var first = timetable.turns(0).getFirst();

        var second = timetable.turns(ofSeconds(20).toNanos()).getFirst();
        first.beat().end();
        var third = timetable.turns(second.slot() + ofSeconds(20).toNanos()).getFirst();

        assertThat(List.of(first.begins(), second.begins(), third.begins())).containsExactly(true, false, true);
        assertThat(second.skipped()).isPositive();
    }

    @Test
    void after_a_pause_slots_are_skipped_and_counted_and_nothing_is_caught_up() {
        add(10_000, EVERY);
        turnsFrom(Duration.ZERO, ofSeconds(100));

        var after = timetable.turns(ofSeconds(200).toNanos());
        var begun = after.stream().filter(Turn::begins).toList();
        var inTheNextSecond = turnsFrom(ofSeconds(200), ofSeconds(201));

        assertThat(begun)
                .hasSizeBetween(800, 1_200)
                .allSatisfy(turn ->
                        assertThat(turn.slot()).isGreaterThan(ofSeconds(90).toNanos()));
        assertThat(after.stream().mapToLong(Turn::skipped).sum()).isBetween(98_000L, 99_500L);
        assertThat(inTheNextSecond).hasSizeBetween(800, 1_200);
    }

    @Test
    void after_a_pause_every_check_keeps_its_phase() {
        add(100, EVERY);
        turnsFrom(Duration.ZERO, ofSeconds(100));
        var before = phases(timetable, ofSeconds(110));

        timetable.turns(ofSeconds(1_234).toNanos());
        var after = phases(timetable, ofSeconds(1_244));

        assertThat(after).isEqualTo(before);
    }

    @Test
    void a_short_delay_skips_nothing() {
        add(1_000, EVERY);
        turnsFrom(Duration.ZERO, ofSeconds(100));

        var late = timetable.turns(ofSeconds(100).plusMillis(900).toNanos());

        assertThat(late)
                .hasSizeGreaterThan(50)
                .allSatisfy(turn -> assertThat(turn.begins()).isTrue());
    }

    @Test
    void a_rare_check_is_rather_late_than_left_out() {
        timetable.add(CHAT, ofHours(1), () -> {}, 0);
        timetable.turns(0).getFirst().beat().end();
        var slot = timetable.next().orElseThrow();

        var turn = timetable.turns(slot + Duration.ofMinutes(5).toNanos()).getFirst();

        assertThat(turn).isEqualTo(new Turn(turn.beat(), slot, true, 0));
    }

    @Test
    void a_check_that_was_removed_is_not_asked() {
        add(3, EVERY);

        timetable.remove(check(1));

        assertThat(turns(ofSeconds(100)).stream().map(turn -> turn.beat().check()))
                .contains(check(0), check(2))
                .doesNotContain(check(1));
    }

    @Test
    void a_check_that_is_added_again_keeps_its_pace_and_is_asked_something_else() {
        var asked = new ArrayList<String>();
        timetable.add(CHAT, EVERY, () -> asked.add("before"), 0);
        turnsFrom(Duration.ZERO, ofSeconds(30));
        var next = timetable.next();

        timetable.add(CHAT, EVERY, () -> asked.add("after"), ofSeconds(31).toNanos());

        assertThat(timetable.next()).isEqualTo(next);
        timetable.turns(next.orElseThrow()).getFirst().beat().ask();
        assertThat(asked).containsExactly("after");
    }

    @Test
    void a_check_that_is_added_again_with_another_interval_begins_anew() {
        timetable.add(CHAT, ofHours(1), () -> {}, 0);
        timetable.turns(0);

        timetable.add(CHAT, EVERY, () -> {}, ofSeconds(1).toNanos());

        assertThat(timetable.turns(ofSeconds(1).toNanos())).hasSize(1);
        assertThat(timetable.turns(ofHours(1).toNanos())).hasSize(1);
    }

    @Test
    void all_but_some_checks_are_taken_off() {
        add(3, EVERY);

        timetable.retain(Set.of(check(1)));

        assertThat(turns(ofSeconds(100)).stream().map(turn -> turn.beat().check()))
                .containsOnly(check(1));
    }

    @Test
    void nothing_is_next_on_an_empty_table() {
        var next = timetable.next();

        assertThat(next).isEmpty();
    }

    @Test
    void an_interval_of_nothing_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timetable.add(CHAT, Duration.ZERO, () -> {}, 0))
                .withMessage("check 'chat/1-http' should have an interval longer than nothing");
    }

    private void add(int checks, Duration every) {
        IntStream.range(0, checks).forEach(number -> timetable.add(check(number), every, () -> {}, 0));
    }

    private static CheckId check(int number) {
        return new CheckId("service-%d/1-http".formatted(number));
    }

    private List<Long> slots(Duration until) {
        return turns(until).stream().map(Turn::slot).toList();
    }

    private List<Turn> turns(Duration until) {
        return turnsFrom(ofNanos(timetable.next().orElse(0)), until);
    }

    /** Every turn that begins while time goes from slot to slot, each question answered at once. */
    private List<Turn> turnsFrom(Duration from, Duration until) {
        return turnsFrom(timetable, from, until);
    }

    private static List<Turn> turnsFrom(Timetable timetable, Duration from, Duration until) {
        var begun = new ArrayList<Turn>();
        for (var now = from.toNanos();
                now <= until.toNanos();
                now = timetable.next().orElseThrow()) {
            for (var turn : timetable.turns(now)) {
                turn.beat().end();
                begun.add(turn);
            }
        }
        return begun;
    }

    private static Map<CheckId, Long> phases(Timetable timetable) {
        turnsFrom(timetable, Duration.ZERO, ofSeconds(20));
        return phases(timetable, ofSeconds(30));
    }

    private static Map<CheckId, Long> phases(Timetable timetable, Duration until) {
        return turnsFrom(timetable, ofNanos(timetable.next().orElseThrow()), until).stream()
                .collect(Collectors.toMap(
                        turn -> turn.beat().check(), turn -> turn.slot() % EVERY.toNanos(), (first, _) -> first));
    }
}
