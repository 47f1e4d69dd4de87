package dev.backonline.incident.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Transition.Alarmed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of one alarm, and that nothing is told twice. */
class BellTest {
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final Alarm REFUSED = new Alarm.Refused("sky", "HTTP 401: give it another token");

    private Optional<Incident> told = Optional.empty();

    private Optional<Boolean> stands(Instant now) {
        return taken(new Bell(told).stands(REFUSED, BellTest::id, now));
    }

    private Optional<Boolean> over(Instant now) {
        return taken(new Bell(told).over(now));
    }

    private Optional<Boolean> taken(Optional<Change> change) {
        change.ifPresent(one -> told = Optional.of(one.incident()));
        return change.map(one -> one.update().transition() instanceof Alarmed alarmed && alarmed.stands());
    }

    private static String id(String name) {
        return "%012d".formatted(Math.floorMod(name.hashCode(), 1_000_000_000));
    }

    @Test
    void it_is_told_to_stand_once_and_to_be_over_once() {
        assertThat(over(NOW)).isEmpty();
        assertThat(stands(NOW)).contains(true);
        assertThat(stands(NOW.plusSeconds(60))).isEmpty();
        assertThat(over(NOW.plusSeconds(90))).contains(false);
        assertThat(over(NOW.plusSeconds(91))).isEmpty();
    }

    @Test
    void its_story_is_open_while_it_stands_and_says_why_to_operators() {
        stands(NOW);

        var story = told.orElseThrow();

        assertThat(story.isAlarm()).isTrue();
        assertThat(story.isTrouble()).isFalse();
        assertThat(story.isOpen()).isTrue();
        assertThat(story.services()).isEmpty();
        assertThat(story.latest().why())
                .isEqualTo("channel sky stands still until that is mended: HTTP 401: give it another token");
    }

    @Test
    void what_comes_back_within_an_hour_goes_on_in_its_thread_and_later_is_a_story_of_its_own() {
        stands(NOW);
        over(NOW.plusSeconds(60));
        var first = told.orElseThrow().id();

        stands(NOW.plusSeconds(120));
        assertThat(told.orElseThrow().id()).isEqualTo(first);
        assertThat(told.orElseThrow().updates()).hasSize(3);
        assertThat(told.orElseThrow().onsetOf(told.orElseThrow().latest())).isEqualTo(NOW.plusSeconds(120));

        over(NOW.plusSeconds(180));
        stands(NOW.plus(Duration.ofHours(2)));
        assertThat(told.orElseThrow().id()).isNotEqualTo(first);
        assertThat(told.orElseThrow().updates()).hasSize(1);
    }

    @Test
    void one_that_flickers_is_given_ever_more_time_before_it_is_over() {
        var waits = new ArrayList<Duration>();
        for (var time = 0; time < 6; time++) {
            stands(NOW.plusSeconds(time * 120L));
            waits.add(new Bell(told).patience(NOW.plusSeconds(time * 120L)));
            over(NOW.plusSeconds(time * 120L + 60));
        }

        assertThat(waits)
                .isEqualTo(List.of(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(6),
                        Duration.ofMinutes(36),
                        Duration.ofHours(1),
                        Duration.ofHours(1)));
    }

    @Test
    void nobody_reads_parts_of_a_second() {
        var away = new Alarm.Cutoff(NOW.plusNanos(581_672_658), NOW.plusSeconds(90));

        assertThat(away.why())
                .isEqualTo("the database was away from 2026-11-26T03:00:00Z to 2026-11-26T03:01:30Z,"
                        + " and nothing was decided or told");
    }
}
