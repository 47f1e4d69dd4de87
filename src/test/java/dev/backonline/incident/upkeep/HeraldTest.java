package dev.backonline.incident.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition.Staged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a maintenance, when, and that nothing is told twice. */
class HeraldTest {
    private static final IncidentId ID = new IncidentId("maintenance1");
    private static final Instant START = Instant.parse("2026-12-01T01:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Maintenance UPGRADE = upgrade(Optional.of(DAY));

    private Optional<Incident> told = Optional.empty();

    private static Maintenance upgrade(Optional<Duration> ahead) {
        return new Maintenance(
                new MaintenanceId("upgrade"),
                new Translated(Map.of(Locale.ENGLISH, "Upgrade")),
                Optional.empty(),
                List.of(new ServiceId("chat")),
                START,
                START.plusSeconds(3600),
                false,
                ahead);
    }

    private static Maintenance later() {
        return new Maintenance(
                UPGRADE.id(),
                UPGRADE.title(),
                UPGRADE.detail(),
                UPGRADE.services(),
                START.plus(DAY),
                START.plus(DAY).plusSeconds(3600),
                false);
    }

    private Optional<Status> said(Maintenance maintenance, Instant now) {
        return taken(new Herald(ID, told).next(maintenance, now));
    }

    private Optional<Status> gone(Instant now) {
        return taken(new Herald(ID, told).gone(now));
    }

    private Optional<Status> taken(Optional<Change> change) {
        change.ifPresent(one -> told = Optional.of(one.incident()));
        return change.map(one -> one.incident().status());
    }

    @Test
    void it_is_told_a_day_ahead_and_when_it_begins_and_ends_each_once() {
        assertThat(said(UPGRADE, START.minus(DAY).minusMillis(1))).isEmpty();
        assertThat(said(UPGRADE, START.minus(DAY))).contains(Status.SCHEDULED);
        assertThat(said(UPGRADE, START.minusMillis(1))).isEmpty();
        assertThat(said(UPGRADE, START)).contains(Status.IN_PROGRESS);
        assertThat(said(UPGRADE, START.plusSeconds(3599))).isEmpty();
        assertThat(said(UPGRADE, START.plusSeconds(3600))).contains(Status.COMPLETED);
        assertThat(said(UPGRADE, START.plus(DAY))).isEmpty();
    }

    @Test
    void what_is_told_stands_in_one_thread_whose_versions_count_up() {
        said(UPGRADE, START.minus(DAY));
        said(UPGRADE, START);

        var story = told.orElseThrow();

        assertThat(story.version()).isEqualTo(2);
        assertThat(story.updates()).extracting(update -> update.number()).containsExactly(1, 2);
        assertThat(story.services())
                .containsExactly(new Involved(new ServiceId("chat"), ServiceState.UNDER_MAINTENANCE, START));
        assertThat(story.latest().why())
                .isEqualTo("maintenance upgrade from 2026-12-01T01:00:00Z to 2026-12-01T02:00:00Z is under way");
    }

    @Test
    void one_that_is_known_only_once_it_has_begun_is_told_then() {
        assertThat(said(UPGRADE, START.plusSeconds(1))).contains(Status.IN_PROGRESS);
    }

    @Test
    void one_that_was_missed_altogether_is_not_told_afterwards() {
        assertThat(said(UPGRADE, START.plusSeconds(3600))).isEmpty();
    }

    @Test
    void whoever_was_told_of_it_hears_of_its_end_even_if_its_beginning_was_missed() {
        said(UPGRADE, START.minus(DAY));

        assertThat(said(UPGRADE, START.plus(DAY))).contains(Status.COMPLETED);
    }

    @Test
    void a_quiet_one_is_never_told() {
        var quiet = upgrade(Optional.empty());

        assertThat(said(quiet, START.minusSeconds(1))).isEmpty();
        assertThat(said(quiet, START)).isEmpty();
        assertThat(said(quiet, START.plusSeconds(3600))).isEmpty();
    }

    @Test
    void one_that_is_put_off_is_told_again_with_its_new_times_and_only_once() {
        said(UPGRADE, START.minusSeconds(60));

        assertThat(said(later(), START.minusSeconds(50))).contains(Status.SCHEDULED);
        assertThat(said(later(), START.minusSeconds(40))).isEmpty();
        assertThat(told.orElseThrow().latest().transition())
                .isInstanceOfSatisfying(
                        Staged.class, staged -> assertThat(staged.maintenance()).isEqualTo(later()));
    }

    @Test
    void one_that_is_called_off_is_told_to_be_only_if_it_was_told_at_all() {
        assertThat(said(UPGRADE.calledOff(), START.minusSeconds(60))).isEmpty();
        said(UPGRADE, START.minusSeconds(50));

        assertThat(said(UPGRADE.calledOff(), START.minusSeconds(40))).contains(Status.CANCELLED);
        assertThat(said(UPGRADE.calledOff(), START.minusSeconds(30))).isEmpty();
    }

    @Test
    void one_that_nobody_plans_any_more_is_called_off_before_it_begins_and_over_afterwards() {
        assertThat(gone(START)).isEmpty();
        said(UPGRADE, START.minusSeconds(60));

        assertThat(gone(START.minusSeconds(50))).contains(Status.CANCELLED);

        told = Optional.empty();
        said(UPGRADE, START);

        assertThat(gone(START.plusSeconds(10))).contains(Status.COMPLETED);
        assertThat(gone(START.plusSeconds(20))).isEmpty();
    }
}
