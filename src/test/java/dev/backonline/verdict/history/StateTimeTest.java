package dev.backonline.verdict.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StateTimeTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void degraded_time_counts_as_working_and_both_kinds_of_outage_as_down() {
        var time = seconds(50, 20, 20, 10, 0, 0);

        assertThat(time.uptime().orElseThrow()).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void unknown_time_and_maintenance_count_neither_way() {
        assertThat(seconds(50, 0, 0, 50, 0, 0).uptime())
                .isEqualTo(seconds(50, 0, 0, 50, 4000, 9000).uptime());
        assertThat(seconds(0, 0, 0, 0, 10, 10).uptime()).isEmpty();
    }

    @Test
    void the_uptime_is_whole_only_without_any_outage() {
        var almost = new StateTime(
                Duration.ofDays(366), Duration.ZERO, Duration.ofMillis(1), Duration.ZERO, Duration.ZERO, Duration.ZERO);

        assertThat(almost.uptime().orElseThrow()).isLessThan(1);
        assertThat(seconds(1, 1, 0, 0, 1, 1).uptime().orElseThrow()).isEqualTo(1);
    }

    @Test
    void what_is_left_of_a_span_is_unknown() {
        assertThat(seconds(20, 0, 0, 10, 5, 0).within(MINUTE)).isEqualTo(seconds(20, 0, 0, 10, 5, 25));
        assertThat(seconds(70, 0, 0, 0, 0, 0).within(MINUTE)).isEqualTo(seconds(70, 0, 0, 0, 0, 0));
    }

    @Test
    void two_who_took_turns_know_more_together() {
        assertThat(seconds(20, 0, 0, 0, 0, 0).beside(seconds(0, 0, 0, 30, 0, 0), MINUTE))
                .isEqualTo(seconds(20, 0, 0, 30, 0, 10));
    }

    @Test
    void of_two_who_watched_the_same_time_the_one_who_knows_more_is_right() {
        var more = seconds(50, 0, 0, 10, 0, 0);
        var less = seconds(30, 0, 0, 0, 0, 0);

        assertThat(more.beside(less, MINUTE)).isEqualTo(more);
        assertThat(less.beside(more, MINUTE)).isEqualTo(more);
        assertThat(more.beside(more, MINUTE)).isEqualTo(more);
    }

    @Test
    void a_negative_time_is_refused() {
        assertThatThrownBy(() -> seconds(-1, 0, 0, 0, 0, 0)).hasMessage("the time in a state should not be negative");
    }

    /** Up, degraded, partial, major, maintenance, unknown. */
    static StateTime seconds(long... times) {
        return new StateTime(
                Duration.ofSeconds(times[0]),
                Duration.ofSeconds(times[1]),
                Duration.ofSeconds(times[2]),
                Duration.ofSeconds(times[3]),
                Duration.ofSeconds(times[4]),
                Duration.ofSeconds(times[5]));
    }
}
