package dev.backonline.bot.watch;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.store.MemoryStore;
import dev.backonline.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpkeepTest {
    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final MaintenanceId UPGRADE = new MaintenanceId("upgrade");

    private final Upkeep upkeep = Upkeep.of(
            List.of((_, _) -> List.of(maintenance("upgrade", NOW.plus(ofHours(1))))),
            new MemoryStore().store().maintenances());

    @Test
    void what_the_file_plans_is_known_after_the_first_look() {
        upkeep.refresh(NOW);

        assertThat(upkeep.known()).extracting(one -> one.stage(NOW)).containsExactly(Stage.SCHEDULED);
    }

    @Test
    void what_is_planned_while_the_bot_runs_is_known_at_once() {
        upkeep.refresh(NOW);

        var wrong = upkeep.plan(maintenance("migration", NOW.minusSeconds(1)), NOW);

        assertThat(wrong).isEmpty();
        assertThat(upkeep.known())
                .extracting(one -> one.stage(NOW))
                .containsExactly(Stage.IN_PROGRESS, Stage.SCHEDULED);
    }

    @Test
    void what_cannot_be_planned_says_why() {
        upkeep.refresh(NOW);

        var over = upkeep.plan(maintenance("migration", NOW.minus(ofHours(3))), NOW);
        var twice = upkeep.plan(maintenance("upgrade", NOW), NOW);

        var far = upkeep.plan(maintenance("migration", NOW.plus(ofDays(61))), NOW);

        assertThat(far).contains("should start within 60 days, not at 2027-01-31T01:00:00Z");
        assertThat(over).contains("should end after now, not at 2026-12-01T00:00:00Z");
        assertThat(twice).contains("should have an id of its own, not 'upgrade'");
    }

    @Test
    void what_the_file_plans_is_called_off_and_stays_so() {
        upkeep.refresh(NOW);

        var wrong = upkeep.callOff(UPGRADE, NOW);
        upkeep.refresh(NOW.plusSeconds(10));

        assertThat(wrong).isEmpty();
        assertThat(upkeep.known()).extracting(one -> one.stage(NOW)).containsExactly(Stage.CANCELLED);
    }

    @Test
    void what_is_under_way_ends_when_it_is_called_off() {
        upkeep.refresh(NOW);

        upkeep.callOff(UPGRADE, NOW.plus(ofHours(2)));

        assertThat(upkeep.known().getFirst().end()).isEqualTo(NOW.plus(ofHours(2)));
    }

    @Test
    void what_cannot_be_called_off_says_why() {
        upkeep.refresh(NOW);

        var unknown = upkeep.callOff(new MaintenanceId("upgrde"), NOW);
        var over = upkeep.callOff(UPGRADE, NOW.plus(ofHours(4)));
        upkeep.callOff(UPGRADE, NOW);
        var twice = upkeep.callOff(UPGRADE, NOW);

        assertThat(unknown).contains("is no known maintenance");
        assertThat(over).contains("is over already");
        assertThat(twice).contains("is called off already");
    }

    @Test
    void trouble_in_a_maintenance_does_not_count_unless_it_is_told_already() {
        var during = NOW.plus(ofHours(2));
        var failing = new Verdict.Failing(CHAT, ServiceState.MAJOR_OUTAGE, during, during, "HTTP 503");
        upkeep.refresh(NOW);

        var fresh = upkeep.excused(Map.of(CHAT, failing), List.of(), during);
        var told = upkeep.excused(Map.of(CHAT, failing), List.of(incident(ServiceState.MAJOR_OUTAGE)), during);
        var recovered = upkeep.excused(Map.of(CHAT, failing), List.of(incident(ServiceState.OPERATIONAL)), during);

        assertThat(fresh.get(CHAT)).isInstanceOf(Verdict.Unknown.class);
        assertThat(told.get(CHAT)).isEqualTo(failing);
        assertThat(recovered.get(CHAT)).isInstanceOf(Verdict.Unknown.class);
    }

    private static Incident incident(ServiceState told) {
        var problem = new Transition.Problem(List.of(CHAT), Optional.empty());
        return new Incident(
                new IncidentId("0123456789ab"),
                1,
                Status.INVESTIGATING,
                NOW,
                NOW,
                Optional.empty(),
                Optional.empty(),
                List.of(new Involved(CHAT, told, NOW)),
                List.of(new Update(1, NOW, Status.INVESTIGATING, problem, "HTTP 503")));
    }

    private static Maintenance maintenance(String id, Instant start) {
        return new Maintenance(
                new MaintenanceId(id),
                Translated.same("Upgrade"),
                Optional.empty(),
                List.of(CHAT),
                start,
                start.plus(ofHours(2)),
                false);
    }
}
