package dev.backonline.config.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2030-01-01T00:00:00Z");

    /** Rome is an hour ahead of UTC until 2026-03-29, two hours until 2026-10-25. */
    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # start                   | end or duration  | rrule                          | all of them, in UTC
            2026-12-01T02:00          | 2026-12-01T04:00 | -                              | 2026-12-01T01:00Z/2026-12-01T03:00Z
            2026-12-01 02:00:30       | 2h               | -                              | 2026-12-01T01:00:30Z/2026-12-01T03:00:30Z
            2026-12-01T02:00Z         | 2h               | -                              | 2026-12-01T02:00Z/2026-12-01T04:00Z
            2026-12-01T02:00-05:00    | 2h               | -                              | 2026-12-01T07:00Z/2026-12-01T09:00Z
            2026-12-01T02:00          | 1h               | FREQ=WEEKLY;BYDAY=TU;COUNT=3   | 2026-12-01T01:00Z/2026-12-01T02:00Z 2026-12-08T01:00Z/2026-12-08T02:00Z 2026-12-15T01:00Z/2026-12-15T02:00Z
            # The first that fits, not the start itself.
            2026-12-01T02:00          | 1h               | FREQ=WEEKLY;BYDAY=WE;COUNT=1   | 2026-12-02T01:00Z/2026-12-02T02:00Z
            # People write the last day, a time of their zone, or one of UTC.
            2026-12-01T02:00          | 1h               | FREQ=DAILY;UNTIL=20261202      | 2026-12-01T01:00Z/2026-12-01T02:00Z 2026-12-02T01:00Z/2026-12-02T02:00Z
            2026-12-01T02:00          | 1h               | FREQ=DAILY;UNTIL=20261202T0100 | -
            2026-12-01T02:00          | 1h               | FREQ=DAILY;UNTIL=20261202T015959 | 2026-12-01T01:00Z/2026-12-01T02:00Z
            2026-12-01T02:00          | 1h               | FREQ=DAILY;UNTIL=20261202T010000Z | 2026-12-01T01:00Z/2026-12-01T02:00Z 2026-12-02T01:00Z/2026-12-02T02:00Z
            # It is at two o'clock whatever the clocks do; at a time that is left out, when it would have been.
            2026-03-28T02:30          | 1h               | FREQ=DAILY;COUNT=3             | 2026-03-28T01:30Z/2026-03-28T02:30Z 2026-03-29T01:30Z/2026-03-29T02:30Z 2026-03-30T00:30Z/2026-03-30T01:30Z
            # An end is a time of day, a duration is a duration.
            2026-03-29T01:00          | 2026-03-29T05:00 | -                              | 2026-03-29T00:00Z/2026-03-29T03:00Z
            2026-03-29T01:00          | 4h               | -                              | 2026-03-29T00:00Z/2026-03-29T04:00Z
            2026-10-25T01:00          | 2026-10-25T05:00 | -                              | 2026-10-24T23:00Z/2026-10-25T04:00Z
            2026-10-18T01:00          | 2026-10-18T05:00 | FREQ=WEEKLY;COUNT=2            | 2026-10-17T23:00Z/2026-10-18T03:00Z 2026-10-24T23:00Z/2026-10-25T04:00Z
            """)
    void what_is_planned_happens_at_these_times(
            String start, String last, @Nullable String rule, @Nullable String all) {
        if (all == null) {
            assertThatIllegalArgumentException().isThrownBy(() -> Recurrence.parse(String.valueOf(rule)));
            return;
        }

        var planned = series(start, last, rule).between(LONG_AGO, FAR_AHEAD);

        assertThat(planned.stream().map(one -> shown(one.start()) + "/" + shown(one.end())))
                .containsExactly(all.split(" "));
    }

    @Test
    void only_those_are_given_of_which_a_part_lies_between() {
        var nightly = series("2026-12-01T23:00", "2h", "FREQ=DAILY");

        var planned = nightly.between(Instant.parse("2026-12-05T23:30:00Z"), Instant.parse("2026-12-07T22:00:00Z"));

        assertThat(planned.stream().map(Maintenance::start))
                .containsExactly(Instant.parse("2026-12-05T22:00:00Z"), Instant.parse("2026-12-06T22:00:00Z"));
    }

    @Test
    void a_series_without_an_end_is_found_years_later() {
        var hourly = series("2001-12-01T23:10", "5m", "FREQ=HOURLY");

        var planned = hourly.between(Instant.parse("2026-12-05T23:30:00Z"), Instant.parse("2026-12-06T01:30:00Z"));

        assertThat(planned).hasSize(2);
    }

    @Test
    void one_that_is_named_keeps_its_name_and_each_of_a_series_has_one_of_its_own() {
        var from = Instant.parse("2026-12-01T00:00:00Z");

        var ids = List.of(
                ids(settings("2026-12-01T02:00", "2h", null, "upgrade"), from),
                ids(settings("2026-12-01T02:00", "2h", "FREQ=DAILY;COUNT=2", "upgrade"), from),
                ids(settings("2026-12-01T02:00", "2h", null, null), from));

        assertThat(ids)
                .containsExactly(
                        List.of("upgrade"),
                        List.of("upgrade-20261201t0100z", "upgrade-20261202t0100z"),
                        List.of("chat-20261201t0100z"));
    }

    private static List<String> ids(MaintenanceSettings settings, Instant from) {
        return settings.series(List.of(CHAT), ROME).between(from, FAR_AHEAD).stream()
                .map(one -> one.id().value())
                .toList();
    }

    private static Series series(String start, String last, @Nullable String rule) {
        return settings(start, last, rule, null).series(List.of(CHAT), ROME);
    }

    private static MaintenanceSettings settings(String start, String last, @Nullable String rule, @Nullable String id) {
        var isTime = last.contains("-");
        return new MaintenanceSettings(
                Optional.ofNullable(id).map(ServiceId::new),
                Translated.same("Upgrade"),
                Optional.empty(),
                List.of(CHAT),
                List.of(),
                When.parse(start),
                isTime ? Optional.of(When.parse(last)) : Optional.empty(),
                isTime ? Optional.empty() : Optional.of(Duration.parse("PT" + last)),
                Optional.ofNullable(rule).map(Recurrence::parse),
                Optional.empty(),
                Duration.ofDays(1),
                false);
    }

    private static String shown(Instant time) {
        return time.toString().replace(":00Z", "Z");
    }
}
