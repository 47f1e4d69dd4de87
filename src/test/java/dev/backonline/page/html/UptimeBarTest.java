package dev.backonline.page.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.page.Narrator;
import dev.backonline.page.Piazza;
import dev.backonline.page.Tone;
import dev.backonline.verdict.history.Past;
import dev.backonline.verdict.history.Past.Day;
import dev.backonline.verdict.history.StateTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bars say what was, no better and no worse. */
class UptimeBarTest {
    private static final Narrator ENGLISH = Piazza.with().narrator(Locale.ENGLISH);
    private static final Duration DAY = Duration.ofDays(1);
    private static final StateTime WELL = time(DAY, Duration.ZERO, Duration.ZERO);

    private static StateTime time(Duration up, Duration slow, Duration down) {
        return new StateTime(up, slow, Duration.ZERO, down, Duration.ZERO, Duration.ZERO);
    }

    private static Past past(StateTime last) {
        var first = LocalDate.of(2026, 3, 21);
        return new Past(
                IntStream.range(0, Past.DAYS)
                        .mapToObj(index -> new Day(first.plusDays(index), index == Past.DAYS - 1 ? last : WELL))
                        .toList(),
                last,
                List.of(),
                List.of());
    }

    private static UptimeBar bar(StateTime last) {
        return new UptimeBar(ENGLISH, past(last));
    }

    @Test
    void a_second_of_outage_in_ninety_days_is_not_rounded_away() {
        var bar = bar(time(DAY.minusSeconds(1), Duration.ZERO, Duration.ofSeconds(1)));

        assertThat(bar.uptime()).isEqualTo("99.99% uptime");
        assertThat(bar.svg().getValue()).contains("Days with trouble: 1", "Jun 18, 2026: Down 1 second");
    }

    @Test
    void only_what_was_never_down_is_whole_and_slow_time_is_said() {
        assertThat(bar(WELL).uptime()).isEqualTo("100% uptime");
        assertThat(bar(time(DAY.minusMinutes(5), Duration.ofMinutes(5), Duration.ZERO))
                        .uptime())
                .isEqualTo("100% uptime, slow for 5 minutes");
    }

    @Test
    void plain_days_are_one_line_and_trouble_stands_out_of_it() {
        var svg = bar(time(Duration.ofHours(23), Duration.ZERO, Duration.ofHours(1)))
                .svg()
                .getValue();

        assertThat(svg)
                .contains("<path class=\"working\" d=\"M0 21h355\"/>")
                .contains("<path class=\"major\" d=\"M357.5 0V32\"><title>Jun 18, 2026: Down 1 hour</title></path>");
    }

    @Test
    void what_is_not_known_is_neither_up_nor_down() {
        var bar = new UptimeBar(
                ENGLISH,
                new Past(
                        List.of(new Day(LocalDate.of(2026, 6, 18), StateTime.unknown(DAY))),
                        StateTime.unknown(DAY),
                        List.of(),
                        List.of()));

        assertThat(bar.uptime()).isEmpty();
        assertThat(bar.svg().getValue()).contains("class=\"unknown\"", "Not known yet 1 day");
    }

    @Test
    void a_day_is_as_its_worst_moment_and_mostly_unknown_only_if_most_of_it_is() {
        var hour = Duration.ofHours(1);
        var zero = Duration.ZERO;

        assertThat(UptimeBar.tone(new StateTime(hour, hour, hour, hour, hour, hour)))
                .isEqualTo(Tone.MAJOR);
        assertThat(UptimeBar.tone(new StateTime(hour, hour, hour, zero, hour, hour)))
                .isEqualTo(Tone.PARTIAL);
        assertThat(UptimeBar.tone(new StateTime(hour, hour, zero, zero, hour, hour)))
                .isEqualTo(Tone.DEGRADED);
        assertThat(UptimeBar.tone(new StateTime(hour, zero, zero, zero, hour, hour)))
                .isEqualTo(Tone.MAINTENANCE);
        assertThat(UptimeBar.tone(new StateTime(hour, zero, zero, zero, zero, hour.multipliedBy(2))))
                .isEqualTo(Tone.UNKNOWN);
        assertThat(UptimeBar.tone(new StateTime(hour, zero, zero, zero, zero, hour)))
                .isEqualTo(Tone.WORKING);
    }
}
