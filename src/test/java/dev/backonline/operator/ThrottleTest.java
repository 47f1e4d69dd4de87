package dev.backonline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final Throttle throttle = new Throttle(3, Duration.ofSeconds(1), nanos::get);

    private long passed(int tries) {
        return IntStream.range(0, tries).filter(_ -> throttle.passes()).count();
    }

    @Test
    void a_burst_passes_and_then_one_at_a_time() {
        assertThat(passed(10)).isEqualTo(3);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(passed(10)).isEqualTo(1);
    }

    @Test
    void after_a_long_rest_no_more_than_a_burst_passes() {
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(passed(10)).isEqualTo(3);
    }
}
