package dev.backonline.bot.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Alarm;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Of a database that was away operators hear afterwards, if it was long. */
class BlackoutTest {
    private static final Instant BEGIN = Instant.parse("2026-11-26T03:00:00Z");

    private final Blackout blackout = new Blackout();

    @Test
    void a_long_absence_is_told_from_its_beginning_to_its_end_for_ten_minutes() {
        var end = BEGIN.plusSeconds(61);
        blackout.noticed(BEGIN);
        blackout.noticed(BEGIN.plusSeconds(30));

        assertThat(blackout.over(end)).contains(new Alarm.Cutoff(BEGIN, end));
        assertThat(blackout.over(end.plus(Duration.ofMinutes(10)).minusMillis(1)))
                .contains(new Alarm.Cutoff(BEGIN, end));
        assertThat(blackout.over(end.plus(Duration.ofMinutes(10)))).isEmpty();
    }

    @Test
    void a_short_one_is_not_told_nor_added_to_another() {
        blackout.noticed(BEGIN);
        assertThat(blackout.over(BEGIN.plusSeconds(60))).isEmpty();

        blackout.noticed(BEGIN.plusSeconds(61));

        assertThat(blackout.over(BEGIN.plusSeconds(62))).isEmpty();
    }
}
