package dev.backonline.verdict.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void any_time_that_a_check_may_take_is_known_to_a_twentieth() {
        var random = new Random(7);
        for (int sample = 0; sample < 10_000; sample++) {
            var took = Duration.ofNanos((long) (100_000 * Math.pow(2, 20 * random.nextDouble())));

            var kept = Latencies.typical(Latencies.classOf(took));

            assertThat((double) kept.toNanos() / took.toNanos()).isBetween(0.95, 1.05);
        }
    }

    @Test
    void times_beyond_the_ends_are_in_the_first_and_the_last_class() {
        assertThat(Latencies.classOf(Duration.ZERO)).isZero();
        assertThat(Latencies.classOf(Duration.ofNanos(1))).isZero();
        assertThat(Latencies.classOf(Duration.ofDays(1))).isEqualTo(Latencies.CLASSES - 1);
    }

    @Test
    void the_median_the_95th_percentile_and_the_slowest_are_told_apart() {
        var millis = IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList();
        var byClass = new TreeMap<Integer, Long>();
        millis.forEach(took -> byClass.merge(Latencies.classOf(took), 1L, Long::sum));

        var latency = Latencies.of(byClass).latency().orElseThrow();

        assertThat((double) latency.median().toMillis()).isBetween(47.0, 53.0);
        assertThat((double) latency.p95().toMillis()).isBetween(90.0, 100.0);
        assertThat((double) latency.slowest().toMillis()).isBetween(95.0, 105.0);
    }

    @Test
    void sets_of_times_add_up_without_loss() {
        var one = Latencies.of(new TreeMap<>(Map.of(3, 2L, 80, 1L)));
        var other = Latencies.of(new TreeMap<>(Map.of(80, 4L, 100, 1L)));

        assertThat(one.plus(other)).isEqualTo(Latencies.of(new TreeMap<>(Map.of(3, 2L, 80, 5L, 100, 1L))));
        assertThat(one.plus(Latencies.NONE)).isEqualTo(one);
        assertThat(Latencies.NONE.plus(one)).isEqualTo(one);
        assertThat(one.plus(other).count()).isEqualTo(8);
    }

    @Test
    void nothing_has_no_latency() {
        assertThat(Latencies.NONE.latency()).isEmpty();
    }

    @Test
    void a_class_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> Latencies.of(new TreeMap<>(Map.of(3, 1L, 168, 1L))))
                .hasMessage("the classes of times should ascend from 0 to 167, not be [3, 168]");
    }
}
