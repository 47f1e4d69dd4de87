package dev.backonline.store;

import static dev.backonline.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation.Location;
import dev.backonline.verdict.history.Bucket;
import dev.backonline.verdict.history.Bucket.Heard;
import dev.backonline.verdict.history.History;
import dev.backonline.verdict.history.Latencies;
import dev.backonline.verdict.history.OutcomeChange;
import dev.backonline.verdict.history.OutcomeChange.Kind;
import dev.backonline.verdict.history.Retention;
import dev.backonline.verdict.history.StateTime;
import dev.backonline.verdict.history.Width;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is kept of how services were. */
interface PastContract extends StoreContract {
    Instant HOUR = NOW.truncatedTo(ChronoUnit.HOURS);
    ServiceId CHAT = new ServiceId("chat");
    CheckId CHECK = new CheckId("chat/1-http");

    @Test
    default void a_minute_is_given_back_as_it_was_written() {
        var history = store().history();
        var minute = minute(0, 40, 20);

        history.write(notes("one", minute));

        assertThat(history.read(Width.MINUTE, HOUR, HOUR.plusSeconds(60))).containsExactly(minute);
        assertThat(history.read(Width.MINUTE, HOUR.plusSeconds(1), HOUR.plusSeconds(60)))
                .isEmpty();
        assertThat(history.read(Width.MINUTE, HOUR.minusSeconds(60), HOUR)).isEmpty();
    }

    @Test
    default void a_minute_that_is_written_again_is_replaced() {
        var history = store().history();

        history.write(notes("one", minute(0, 60, 0)));
        history.write(notes("one", minute(0, 20, 40)));

        assertThat(history.read(Width.MINUTE, HOUR, HOUR.plusSeconds(60))).containsExactly(minute(0, 20, 40));
    }

    @Test
    default void two_processes_that_watch_the_same_minute_count_its_time_once_and_their_answers_both() {
        var history = store().history();

        history.write(notes("one", minute(0, 50, 0)));
        history.write(notes("two", minute(0, 0, 60)));

        var read = history.read(Width.MINUTE, HOUR, HOUR.plusSeconds(60)).getFirst();
        assertThat(read.state(CHAT)).isEqualTo(state(0, 60));
        assertThat(read.heard(CHECK).answers()).isEqualTo(12);
    }

    @Test
    default void hours_are_the_sum_of_minutes_and_days_of_hours_however_often_they_are_added_up() {
        var history = store().history();
        var midnight = HOUR.truncatedTo(ChronoUnit.DAYS);
        history.write(notes("one", minute(0, 60, 0), minute(1, 30, 0)));
        history.write(notes("two", minute(1, 30, 0), minute(59, 0, 60), minute(60, 60, 0)));

        for (int time = 0; time < 2; time++) {
            history.sumUp(Width.HOUR, HOUR, HOUR.plus(Duration.ofHours(1)));
            history.sumUp(Width.DAY, midnight, midnight.plus(Duration.ofDays(1)));
        }

        var hour = history.read(Width.HOUR, HOUR, HOUR.plusSeconds(1)).getFirst();
        assertThat(hour.state(CHAT)).isEqualTo(state(120, 60));
        assertThat(hour.heard(CHECK).answers()).isEqualTo(24);
        assertThat(hour.heard(CHECK).times().count()).isEqualTo(20);
        assertThat(history.read(Width.DAY, midnight, HOUR))
                .singleElement()
                .satisfies(day -> assertThat(day.states()).isEqualTo(hour.states()));
        assertThat(history.newest(Width.HOUR)).contains(HOUR);
        assertThat(history.newest(Width.DAY)).contains(midnight);
    }

    @Test
    default void an_hour_without_minutes_is_not_made() {
        var history = store().history();

        history.sumUp(Width.HOUR, HOUR, HOUR.plus(Duration.ofHours(1)));

        assertThat(history.newest(Width.HOUR)).isEmpty();
    }

    @Test
    default void an_hour_whose_minutes_are_gone_stays_as_it_was() {
        var history = store().history();
        history.write(notes("one", minute(0, 60, 0)));
        history.sumUp(Width.HOUR, HOUR, HOUR.plus(Duration.ofHours(1)));
        history.forget(Retention.standard(), HOUR.plus(Duration.ofDays(3)));

        history.sumUp(Width.HOUR, HOUR, HOUR.plus(Duration.ofHours(1)));

        assertThat(history.read(Width.MINUTE, HOUR, HOUR.plusSeconds(60))).isEmpty();
        assertThat(history.read(Width.HOUR, HOUR, HOUR.plusSeconds(60))).hasSize(1);
    }

    @Test
    default void each_width_is_kept_for_its_own_time() {
        var history = store().history();
        var midnight = HOUR.truncatedTo(ChronoUnit.DAYS);
        history.write(notes("one", minute(0, 60, 0)));
        history.sumUp(Width.HOUR, HOUR, HOUR.plus(Duration.ofHours(1)));
        history.sumUp(Width.DAY, midnight, midnight.plus(Duration.ofDays(1)));

        history.forget(Retention.standard(), HOUR.plus(Duration.ofDays(2)));
        assertThat(history.newest(Width.MINUTE)).isPresent();
        history.forget(Retention.standard(), HOUR.plus(Duration.ofDays(31)));
        assertThat(history.newest(Width.HOUR)).isEmpty();
        assertThat(history.newest(Width.DAY)).isPresent();
        history.forget(Retention.standard(), HOUR.plus(Duration.ofDays(367)));
        assertThat(history.newest(Width.DAY)).isEmpty();
    }

    @Test
    default void changes_of_outcome_are_read_in_order_and_written_once_only() {
        var history = store().history();
        var up = change(0, Kind.UP, "");
        var down = change(10, Kind.DOWN, "HTTP 503, \"busy\"");
        history.write(new History.Notes("one", List.of(), List.of(down, up)));
        history.write(new History.Notes("one", List.of(), List.of(down)));

        assertThat(history.changes(Instant.EPOCH, NOW, 10)).containsExactly(up, down);
        assertThat(history.changes(HOUR.plusSeconds(1), NOW, 10)).containsExactly(down);
        assertThat(history.changes(Instant.EPOCH, HOUR.plusSeconds(10), 10)).containsExactly(up);
        assertThat(history.changes(Instant.EPOCH, NOW, 1)).containsExactly(up);
    }

    @Test
    default void the_change_that_still_holds_stays_however_old_it_is() {
        var history = store().history();
        var changes = List.of(change(0, Kind.UP, ""), change(10, Kind.DOWN, "x"), change(20, Kind.UP, ""));
        history.write(new History.Notes("one", List.of(), changes));

        history.forget(Retention.standard(), HOUR.plusSeconds(15).plus(Duration.ofDays(2)));
        assertThat(history.changes(Instant.EPOCH, NOW, 10)).isEqualTo(changes.subList(1, 3));
        history.forget(Retention.standard(), HOUR.plus(Duration.ofDays(100)));
        assertThat(history.changes(Instant.EPOCH, NOW, 10)).isEqualTo(changes.subList(2, 3));
    }

    @Test
    default void no_more_changes_are_kept_than_is_said() {
        var history = store().history();
        var standard = Retention.standard();
        var few = new Retention(standard.raw(), 2, standard.minutes(), standard.hours(), standard.days());
        var changes = List.of(
                change(0, Kind.UP, ""), change(1, Kind.DOWN, "x"), change(2, Kind.UP, ""), change(3, Kind.DOWN, "x"));
        history.write(new History.Notes("one", List.of(), changes));

        history.forget(few, HOUR.plusSeconds(60));

        assertThat(history.changes(Instant.EPOCH, NOW, 10))
                .as("two, and the one before that held when they began")
                .isEqualTo(changes.subList(1, 4));
    }

    private static History.Notes notes(String writer, Bucket... minutes) {
        return new History.Notes(writer, List.of(minutes), List.of());
    }

    private static Bucket minute(int number, int up, int major) {
        var heard = new Heard(4, 1, 1, 0, Latencies.of(new TreeMap<>(Map.of(77, 4L, 90, 1L))));
        return new Bucket(
                Width.MINUTE, HOUR.plusSeconds(60L * number), Map.of(CHAT, state(up, major)), Map.of(CHECK, heard));
    }

    private static StateTime state(int up, int major) {
        return new StateTime(
                Duration.ofSeconds(up),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(major),
                Duration.ZERO,
                Duration.ZERO);
    }

    private static OutcomeChange change(int second, Kind kind, String reason) {
        return new OutcomeChange(
                CHECK, Location.HERE, HOUR.plusSeconds(second), kind, Duration.ofNanos(80_123_456), reason);
    }
}
