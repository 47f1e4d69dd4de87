package dev.backonline.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are minutes of one hour; the maintenance is from 10 to 20. */
class RespiteTest {
    private static final Instant HOUR = Instant.parse("2026-12-01T01:00:00Z");
    private static final ServiceId CHAT = new ServiceId("chat");

    @ParameterizedTest(name = "in trouble since {0}, seen at {1}, now {2}: {3}")
    @CsvSource(nullValues = "expected", textBlock = """
            # since, seen, now, counts since
            1,       9,    9,   1
            1,       10,   10,  expected
            12,      19,   19,  expected
            # What goes on counts from the end, once it was seen after it.
            12,      19,   20,  expected
            12,      19,   25,  expected
            12,      21,   21,  20
            5,       21,   21,  20
            12,      40,   40,  20
            # What began after it has nothing to do with it.
            20,      21,   21,  20
            22,      25,   25,  22
            """)
    void trouble_in_a_maintenance_is_expected_and_counts_from_its_end(int since, int seen, int now, Integer counts) {
        var respite = new Respite(List.of(maintenance(10, 20))).at(minute(now));

        var verdict = respite.excused(trouble(since, seen), minute(now));

        if (counts == null) {
            assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
        } else {
            assertThat(verdict).isInstanceOf(Verdict.Failing.class);
            assertThat(verdict.since()).isEqualTo(minute(counts));
        }
    }

    @Test
    void what_is_expected_says_until_when_and_what_it_is() {
        var respite = new Respite(List.of(maintenance(10, 20), maintenance(15, 30)));

        var verdict = respite.excused(trouble(12, 16), minute(16));

        assertThat(verdict)
                .isEqualTo(new Verdict.Unknown(
                        CHAT, minute(12), "under maintenance until 2026-12-01T01:30:00Z: chat/1-http: HTTP 503"));
    }

    @Test
    void the_last_of_several_counts() {
        var respite = new Respite(List.of(maintenance(10, 20), maintenance(20, 30)));

        var verdict = respite.excused(trouble(12, 31), minute(31));

        assertThat(verdict.since()).isEqualTo(minute(30));
    }

    @Test
    void what_is_called_off_excuses_nothing() {
        var respite = new Respite(List.of(maintenance(10, 20).calledOff())).at(minute(15));

        var verdict = respite.excused(trouble(12, 15), minute(15));

        assertThat(verdict).isEqualTo(trouble(12, 15));
    }

    @Test
    void what_is_ended_early_excuses_until_then() {
        var respite = new Respite(List.of(maintenance(10, 20).endedAt(minute(14)))).at(minute(15));

        var verdict = respite.excused(trouble(12, 15), minute(15));

        assertThat(verdict.since()).isEqualTo(minute(14));
    }

    @Test
    void other_services_and_other_verdicts_are_not_its_business() {
        var respite = new Respite(List.of(maintenance(10, 20)));
        var well = new Verdict.Healthy(CHAT, minute(1));
        var other = new Verdict.Degraded(new ServiceId("photos"), minute(12), minute(13), "slow");

        assertThat(respite.excused(well, minute(15))).isEqualTo(well);
        assertThat(respite.excused(other, minute(15))).isEqualTo(other);
    }

    private static Verdict trouble(int since, int seen) {
        return new Verdict.Failing(
                CHAT, ServiceState.MAJOR_OUTAGE, minute(since), minute(seen), "chat/1-http: HTTP 503");
    }

    private static Maintenance maintenance(int start, int end) {
        return new Maintenance(
                new MaintenanceId("upgrade-" + start),
                Translated.same("Upgrade"),
                Optional.empty(),
                List.of(CHAT),
                minute(start),
                minute(end),
                false);
    }

    private static Instant minute(int minute) {
        return HOUR.plusSeconds(60L * minute);
    }
}
