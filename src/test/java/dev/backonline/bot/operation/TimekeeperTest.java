package dev.backonline.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backonline.channel.Clock;
import dev.backonline.outbox.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimekeeperTest {
    private Instant wall = Instant.parse("2026-11-22T20:04:00Z");
    private long nanos = -7;
    private boolean away;
    private final List<Duration> shifts = new ArrayList<>();
    private final Timekeeper timekeeper = new Timekeeper(new Clock(() -> wall, () -> nanos), this::shift);

    private void shift(Duration by) {
        if (away) {
            throw new StoreUnavailable("the database is away", new IllegalStateException("made up"));
        }
        shifts.add(by);
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    private void set(Duration by) {
        wall = wall.plus(by);
    }

    @Test
    void time_that_passes_moves_nothing() {
        pass(Duration.ofDays(40));
        timekeeper.look();

        assertThat(shifts).isEmpty();
    }

    @Test
    void each_jump_moves_what_is_stored_once_and_by_as_much() {
        pass(Duration.ofSeconds(1));
        set(Duration.ofHours(-1));
        timekeeper.look();
        timekeeper.look();
        pass(Duration.ofSeconds(1));
        set(Duration.ofMinutes(90));
        timekeeper.look();

        assertThat(shifts).containsExactly(Duration.ofHours(-1), Duration.ofMinutes(90));
    }

    @Test
    void what_a_clock_does_that_is_corrected_is_no_jump_until_it_adds_up() {
        set(Duration.ofSeconds(3));
        timekeeper.look();
        set(Duration.ofSeconds(2));
        timekeeper.look();
        assertThat(shifts).isEmpty();

        set(Duration.ofSeconds(1));
        timekeeper.look();

        assertThat(shifts).containsExactly(Duration.ofSeconds(6));
    }

    @Test
    void a_jump_is_made_up_for_when_the_database_is_back() {
        set(Duration.ofHours(1));
        away = true;
        assertThatThrownBy(timekeeper::look).isInstanceOf(StoreUnavailable.class);

        away = false;
        timekeeper.look();

        assertThat(shifts).containsExactly(Duration.ofHours(1));
    }
}
