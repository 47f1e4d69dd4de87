package dev.backonline.verdict.history;

import static dev.backonline.verdict.history.StateTimeTest.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import dev.backonline.verdict.history.OutcomeChange.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final Instant NOON = Instant.parse("2026-06-18T12:00:00Z");
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final CheckId CHECK = new CheckId("chat/1-http");
    private static final Answer DOWN = new Answer.Down(Answer.Layer.ANSWER, "HTTP 503");

    private final Recorder recorder = new Recorder(List.of(CHAT), NOON);

    @Test
    void answers_are_counted_by_the_minute() {
        hear(0, new Answer.Up());
        hear(10, new Answer.Slow("answered after 2s, more than 1s"));
        hear(20, DOWN);
        hear(30, new Answer.Inconclusive("no route"));
        pass(0, 60);
        hear(61, new Answer.Up());
        pass(61, 120);

        var minutes = minutes();

        assertThat(minutes).extracting(Bucket::start).containsExactly(NOON, NOON.plusSeconds(60));
        var first = minutes.getFirst().heard(CHECK);
        assertThat(first.answers()).isEqualTo(4);
        assertThat(first.times().count())
                .as("only what was answered has a latency")
                .isEqualTo(2);
        assertThat(minutes.getLast().heard(CHECK).up()).isEqualTo(1);
    }

    @Test
    void time_before_the_first_verdict_is_unknown() {
        pass(0, 15);
        recorder.became(CHAT, up(), at(15), at(15));
        pass(15, 60);

        assertThat(state(0)).isEqualTo(seconds(45, 0, 0, 0, 0, 0));
    }

    @Test
    void trouble_counts_from_the_first_failure_although_it_was_confirmed_minutes_later() {
        recorder.became(CHAT, up(), at(0), at(0));
        pass(0, 200);
        recorder.became(CHAT, Optional.of(ServiceState.MAJOR_OUTAGE), at(90), at(210));
        pass(200, 240);

        assertThat(state(0)).isEqualTo(seconds(60, 0, 0, 0, 0, 0));
        assertThat(state(1)).isEqualTo(seconds(30, 0, 0, 30, 0, 0));
        assertThat(state(2)).isEqualTo(seconds(0, 0, 0, 60, 0, 0));
        assertThat(state(3)).isEqualTo(seconds(0, 0, 0, 60, 0, 0));
    }

    @Test
    void minutes_that_were_written_are_written_again_when_they_are_known_better_and_only_these() {
        recorder.became(CHAT, up(), at(0), at(0));
        pass(0, 200);
        recorder.written(recorder.unwritten("one"));
        assertThat(recorder.unwritten("one").isEmpty()).isTrue();

        recorder.became(CHAT, Optional.of(ServiceState.MAJOR_OUTAGE), at(90), at(210));
        pass(200, 240);

        assertThat(minutes()).extracting(Bucket::start).containsExactly(at(60), at(120), at(180));
    }

    @Test
    void trouble_is_over_from_the_first_success_on() {
        recorder.became(CHAT, Optional.of(ServiceState.PARTIAL_OUTAGE), at(0), at(0));
        pass(0, 50);
        recorder.became(CHAT, up(), at(30), at(50));
        pass(50, 60);

        assertThat(state(0)).isEqualTo(seconds(30, 0, 30, 0, 0, 0));
    }

    @Test
    void lesser_trouble_that_is_older_than_the_worse_one_does_not_take_its_place() {
        recorder.became(CHAT, up(), at(0), at(0));
        recorder.became(CHAT, Optional.of(ServiceState.MAJOR_OUTAGE), at(10), at(20));
        pass(0, 40);
        recorder.became(CHAT, Optional.of(ServiceState.DEGRADED_PERFORMANCE), at(5), at(40));
        pass(40, 60);

        assertThat(state(0)).isEqualTo(seconds(10, 20, 0, 30, 0, 0));
    }

    @Test
    void maintenance_begins_and_ends_when_it_does_however_old_the_verdict_is() {
        recorder.became(CHAT, up(), at(0), at(0));
        pass(0, 10);
        recorder.became(CHAT, Optional.of(ServiceState.UNDER_MAINTENANCE), at(0), at(10));
        pass(10, 40);
        recorder.became(CHAT, up(), at(0), at(40));
        pass(40, 60);

        assertThat(state(0)).isEqualTo(seconds(30, 0, 0, 0, 30, 0));
    }

    @Test
    void a_standstill_is_unknown_time_and_what_was_known_goes_on_after_it() {
        recorder.became(CHAT, up(), at(0), at(0));
        pass(0, 30);

        recorder.beat(at(150));
        pass(150, 180);

        assertThat(state(0)).isEqualTo(seconds(30, 0, 0, 0, 0, 0));
        assertThat(minutes()).extracting(Bucket::start).doesNotContain(at(60));
        assertThat(state(2)).isEqualTo(seconds(30, 0, 0, 0, 0, 0));
    }

    @Test
    void a_clock_that_is_set_back_counts_no_time_twice() {
        recorder.became(CHAT, up(), at(0), at(0));
        pass(0, 130);
        pass(10, 240);

        assertThat(minutes())
                .allSatisfy(
                        minute -> assertThat(minute.state(CHAT).known()).isLessThanOrEqualTo(Duration.ofMinutes(1)));
        assertThat(state(2)).isEqualTo(seconds(60, 0, 0, 0, 0, 0));
    }

    @Test
    void the_last_minute_is_kept_as_far_as_it_went() {
        recorder.became(CHAT, up(), at(0), at(0));
        pass(0, 20);

        recorder.end(at(25));

        assertThat(state(0)).isEqualTo(seconds(25, 0, 0, 0, 0, 0));
    }

    @Test
    void a_change_of_outcome_is_noted_and_a_repetition_is_not() {
        hear(0, new Answer.Up());
        hear(10, new Answer.Up());
        hear(20, DOWN);
        hear(30, DOWN);
        hear(40, new Answer.Up());

        var changes = recorder.unwritten("one").changes();

        assertThat(changes).extracting(OutcomeChange::kind).containsExactly(Kind.UP, Kind.DOWN, Kind.UP);
        assertThat(changes.get(1))
                .isEqualTo(
                        new OutcomeChange(CHECK, Location.HERE, at(20), Kind.DOWN, Duration.ofMillis(80), "HTTP 503"));
        assertThat(changes.get(1).service()).isEqualTo("chat");
    }

    @Test
    void what_cannot_be_written_for_long_is_given_up_and_said() {
        recorder.became(CHAT, up(), at(0), at(0));
        for (int change = 0; change < Unwritten.MOST_CHANGES + 10; change++) {
            hear(change, change % 2 == 0 ? new Answer.Up() : DOWN);
        }
        pass(0, 3600 + 1200);

        assertThat(recorder.givenUp()).isEqualTo(10 + 20);
        assertThat(recorder.givenUp()).isZero();
        assertThat(minutes().getFirst().start()).isEqualTo(at(1200));
    }

    private void hear(long second, Answer answer) {
        recorder.heard(new Observation(CHECK, at(second), Duration.ofMillis(80), answer));
    }

    private void pass(long from, long until) {
        for (var second = from; second <= until; second++) {
            recorder.beat(at(second));
        }
    }

    private StateTime state(int minute) {
        return minutes().stream()
                .filter(bucket -> bucket.start().equals(at(60L * minute)))
                .map(bucket -> bucket.state(CHAT))
                .findFirst()
                .orElseThrow(() -> new AssertionError("minute %d was not given out".formatted(minute)));
    }

    private List<Bucket> minutes() {
        return recorder.unwritten("one").minutes();
    }

    private static Optional<ServiceState> up() {
        return Optional.of(ServiceState.OPERATIONAL);
    }

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }
}
