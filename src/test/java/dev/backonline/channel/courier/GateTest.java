package dev.backonline.channel.courier;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final Outcome FAILURE = new Outcome.NotSent("connection refused");

    private Duration passed = Duration.ZERO;

    @Test
    void a_burst_is_let_through_and_then_one_at_a_time() {
        var gate = gate(new Pace(3, ofSeconds(2)));

        var entered = IntStream.range(0, 5).filter(_ -> gate.enter()).count();

        assertThat(entered).isEqualTo(3);
        passed = passed.plusSeconds(2);
        assertThat(gate.enter()).isTrue();
        assertThat(gate.enter()).isFalse();
    }

    @Test
    void rest_fills_the_bucket_no_higher_than_a_burst() {
        var gate = gate(new Pace(2, ofSeconds(1)));
        passed = passed.plusSeconds(100);

        var entered = IntStream.range(0, 5).filter(_ -> gate.enter()).count();

        assertThat(entered).isEqualTo(2);
    }

    @Test
    void a_network_that_asks_for_patience_gets_it_for_all_posts() {
        var gate = gate(Pace.FREE);

        gate.heard(new Outcome.Throttled(NOW.plusSeconds(30), "HTTP 429"), NOW);

        assertThat(gate.pause()).isEqualTo(ofSeconds(30));
        passed = passed.plusSeconds(30);
        assertThat(gate.enter()).isTrue();
    }

    @Test
    void a_network_that_fails_again_and_again_is_left_alone_for_less_than_15_seconds() {
        var gate = gate(Pace.FREE);

        IntStream.range(0, 5).forEach(_ -> gate.heard(FAILURE, NOW));

        assertThat(gate.enter()).isFalse();
        assertThat(gate.pause()).isBetween(ofSeconds(1), ofSeconds(15));
    }

    @Test
    void one_attempt_shows_that_the_network_is_back() {
        var gate = gate(Pace.FREE);
        IntStream.range(0, 5).forEach(_ -> gate.heard(FAILURE, NOW));
        passed = passed.plusSeconds(15);

        assertThat(gate.isOnTrial()).isTrue();
        gate.heard(new Outcome.AcceptedNoId(), NOW);

        assertThat(gate.isOnTrial()).isFalse();
        assertThat(gate.pause()).isZero();
    }

    @Test
    void a_failed_trial_closes_it_again() {
        var gate = gate(Pace.FREE);
        IntStream.range(0, 5).forEach(_ -> gate.heard(FAILURE, NOW));
        passed = passed.plusSeconds(15);

        gate.heard(new Sighting.Unavailable("HTTP 503", Optional.empty()));

        assertThat(gate.enter()).isFalse();
    }

    @Test
    void failures_that_are_not_in_a_row_close_nothing() {
        var gate = gate(Pace.FREE);

        IntStream.range(0, 20)
                .forEach(number -> gate.heard(number % 4 == 3 ? new Outcome.AcceptedNoId() : FAILURE, NOW));

        assertThat(gate.enter()).isTrue();
    }

    @Test
    void the_next_token_is_not_waited_for_in_vain() {
        var gate = gate(new Pace(1, ofMillis(400)));
        assertThat(gate.enter()).isTrue();

        var pause = gate.pause();

        passed = passed.plus(pause);
        assertThat(gate.enter()).isTrue();
    }

    private Gate gate(Pace pace) {
        return new Gate(pace, () -> passed.toNanos());
    }
}
