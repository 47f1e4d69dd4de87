package dev.backonline.verdict.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WidthTest {
    /** Whole hours, half and quarter hours beside UTC, summer time by an hour and by half an hour, at midnight, and far east. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Rome",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "America/St_Johns",
                "America/Havana",
                "Asia/Beirut",
                "Pacific/Apia"
            })
    void minutes_fill_hours_and_hours_fill_days_in_every_zone(ZoneId zone) {
        var start = LocalDate.of(2025, 12, 31).atStartOfDay(zone).toInstant();
        var end = start.plus(Duration.ofDays(366));
        var day = start;
        var hour = start;
        for (var minute = start; minute.isBefore(end); minute = minute.plusSeconds(60)) {
            if (!Width.DAY.start(minute, zone).equals(day)) {
                assertThat(Width.DAY.end(day, zone)).isEqualTo(minute);
                assertThat(Width.HOUR.start(minute, zone)).isEqualTo(minute);
                day = minute;
            }
            if (!Width.HOUR.start(minute, zone).equals(hour)) {
                assertThat(Width.HOUR.end(hour, zone)).isEqualTo(minute);
                hour = minute;
            }
        }
        assertThat(Width.MINUTE.end(Instant.EPOCH, zone)).isEqualTo(Instant.ofEpochSecond(60));
    }
}
