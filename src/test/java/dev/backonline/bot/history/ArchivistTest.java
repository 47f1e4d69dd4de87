package dev.backonline.bot.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.outbox.StoreUnavailable;
import dev.backonline.store.history.MemoryHistory;
import dev.backonline.verdict.history.History;
import dev.backonline.verdict.history.Past;
import dev.backonline.verdict.history.Recorder;
import dev.backonline.verdict.history.Retention;
import dev.backonline.verdict.history.Width;
import dev.backonline.verdict.history.Yearbook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Days of recording, in virtual time. */
class ArchivistTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    /** Midnight in Rome; in the night of the 29th, clocks are set to summer time. */
    private static final Instant START = Instant.parse("2026-03-26T23:00:00Z");

    private static final ServiceId CHAT = new ServiceId("chat");
    private static final CheckId PING = new CheckId("chat/1-tcp");
    private static final CheckId PAGE = new CheckId("chat/2-http");
    private static final Optional<ServiceState> UP = Optional.of(ServiceState.OPERATIONAL);
    private static final Optional<ServiceState> MAJOR = Optional.of(ServiceState.MAJOR_OUTAGE);

    private final MemoryHistory history = new MemoryHistory();
    private Life life = new Life(START, history);

    @Test
    void days_are_full_but_for_what_is_unknown_and_today() {
        life.state(UP);
        life.until(START.plus(Duration.ofHours(12)));
        life.state(MAJOR);
        life.until(START.plus(Duration.ofHours(18)));
        life.state(UP);
        life.until(START.plus(Duration.ofDays(3)).plus(Duration.ofHours(5)));

        var days = life.past().days();

        assertThat(days).hasSize(Past.DAYS);
        assertThat(days.getLast().date()).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(days.getLast().time().up()).isEqualTo(Duration.ofHours(6));
        assertThat(days.get(88).time().up()).as("a day of summer time").isEqualTo(Duration.ofHours(23));
        assertThat(days.get(88).time().unknown()).isZero();
        assertThat(days.get(86).time().major()).isEqualTo(Duration.ofHours(6));
        assertThat(days.get(86).time().up()).isEqualTo(Duration.ofHours(18));
        assertThat(days.get(85).time().unknown()).as("before the first start").isEqualTo(Duration.ofDays(1));
        assertThat(life.past().last(90).uptime().orElseThrow()).isCloseTo(1 - 6.0 / (24 + 24 + 23 + 6), within(1e-9));
        assertThat(life.past().last(7).major()).isEqualTo(Duration.ofHours(6));
        assertThat(life.past().latest().span()).isEqualTo(Duration.ofHours(24));
        assertThat(life.past().latest().major()).isZero();
    }

    @Test
    void latencies_are_those_of_the_first_check_that_has_any() {
        life.state(UP);
        life.hear(PAGE, Duration.ofMillis(300));
        life.until(START.plus(Duration.ofMinutes(7)));
        life.hear(PING, Duration.ofMillis(20));
        life.hear(PAGE, Duration.ofMillis(300));
        life.until(START.plus(Duration.ofMinutes(16)));

        var points = life.past().latencies();

        assertThat(points).hasSize(288);
        assertThat(points.getLast().from()).isEqualTo(START.plus(Duration.ofMinutes(15)));
        assertThat(points.getLast().latency()).isEmpty();
        assertThat(points.get(285).span()).isEqualTo(Past.POINT);
        assertThat(points.get(285).latency().orElseThrow().median().toMillis()).isBetween(19L, 21L);
        assertThat(life.past().daily()).hasSize(Past.DAYS);
        assertThat(life.past()
                        .daily()
                        .getLast()
                        .latency()
                        .orElseThrow()
                        .slowest()
                        .toMillis())
                .isBetween(19L, 21L);
    }

    @Test
    void a_restart_goes_on_with_what_is_kept_and_shows_the_time_between_as_unknown() {
        life.state(UP);
        life.until(START.plus(Duration.ofHours(30)));
        var before = life.past();

        life = new Life(START.plus(Duration.ofHours(31)), history);
        life.archivist.file(life.now);

        assertThat(life.past().days().get(88)).isEqualTo(before.days().get(88));
        life.state(UP);
        life.until(START.plus(Duration.ofHours(32)));
        assertThat(life.past().days().getLast().time().up()).isEqualTo(Duration.ofHours(7));
        assertThat(life.past().days().getLast().time().unknown()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_crash_at_the_end_of_an_hour_loses_no_sum() {
        life.state(UP);
        life.until(START.plus(Duration.ofMinutes(59)));

        life = new Life(START.plus(Duration.ofHours(26)), history);
        life.archivist.file(life.now);

        assertThat(history.read(Width.HOUR, START, START.plusSeconds(1))).hasSize(1);
        assertThat(history.read(Width.DAY, START, START.plusSeconds(1))).hasSize(1);
        assertThat(life.past().days().get(88).time().up()).isEqualTo(Duration.ofMinutes(59));
    }

    @Test
    void nothing_is_lost_while_the_database_is_away_for_some_minutes() {
        var breakable = new Breaking(history);
        life = new Life(START, breakable);
        life.state(UP);
        life.until(START.plus(Duration.ofMinutes(10)));
        breakable.away = true;
        for (int minute = 11; minute < 40; minute++) {
            life.beatUntil(START.plus(Duration.ofMinutes(minute)));
            assertThatThrownBy(() -> life.archivist.file(life.now)).isInstanceOf(StoreUnavailable.class);
        }

        breakable.away = false;
        life.until(START.plus(Duration.ofMinutes(60)));

        assertThat(life.past().days().getLast().time().up()).isEqualTo(Duration.ofHours(1));
        assertThat(history.read(Width.HOUR, START, START.plusSeconds(1))
                        .getFirst()
                        .state(CHAT)
                        .up())
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void the_page_gets_something_new_every_five_minutes_and_after_a_change_of_state() {
        life.state(UP);
        life.until(START.plus(Duration.ofMinutes(5)));
        var shown = life.archivist.past();

        life.until(START.plus(Duration.ofMinutes(9)));
        assertThat(life.archivist.past()).isSameAs(shown);
        life.state(MAJOR);
        life.until(START.plus(Duration.ofMinutes(10)).minusSeconds(60));
        life.archivist.file(life.now);
        assertThat(life.archivist.past()).isNotSameAs(shown);
        shown = life.archivist.past();
        life.until(START.plus(Duration.ofMinutes(10)));
        assertThat(life.archivist.past()).isNotSameAs(shown);
    }

    @Test
    void a_service_that_was_never_observed_has_no_past() {
        life.until(START.plus(Duration.ofMinutes(10)));

        assertThat(life.archivist.past()).isEmpty();
    }

    /** One process from its start to its end, beating each second that matters. */
    private static final class Life {
        private final Recorder recorder;
        private final Archivist archivist;
        private Instant now;

        Life(Instant start, History history) {
            now = start;
            recorder = new Recorder(List.of(CHAT), start);
            var yearbook = new Yearbook(ROME, Map.of(CHAT, List.of(PING, PAGE)));
            archivist = new Archivist(
                    recorder,
                    yearbook,
                    new Archivist.Means(history, Retention.standard(), ROME, start.toString()),
                    Map.of());
        }

        void state(Optional<ServiceState> state) {
            recorder.became(CHAT, state, now, now);
            archivist.news();
        }

        void hear(CheckId check, Duration took) {
            recorder.heard(new Observation(check, now, took, new Answer.Up()));
        }

        void beatUntil(Instant end) {
            while (now.isBefore(end)) {
                now = now.plusSeconds(10);
                recorder.beat(now);
            }
        }

        void until(Instant end) {
            while (now.isBefore(end)) {
                beatUntil(now.plusSeconds(60));
                archivist.file(now);
            }
        }

        Past past() {
            return Optional.ofNullable(archivist.past().get(CHAT)).orElseThrow();
        }
    }
}
