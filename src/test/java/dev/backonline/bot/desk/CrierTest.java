package dev.backonline.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.Status;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Subscription;
import dev.backonline.store.MemoryStore;
import dev.backonline.store.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Maintenances are told through the same outbox as everything else, once each, also after a restart. */
class CrierTest {
    private static final Instant START = Instant.parse("2026-12-01T01:00:00Z");
    private static final Maintenance UPGRADE = maintenance("upgrade", Optional.of(Maintenance.DAY_AHEAD));
    private static final Maintenance QUIET = maintenance("quiet", Optional.empty());

    private final Store store = new MemoryStore().store();
    private boolean muted;
    private Crier crier = crier();

    private static Maintenance maintenance(String id, Optional<Duration> ahead) {
        return new Maintenance(
                new MaintenanceId(id),
                new Translated(Map.of(Locale.ENGLISH, "Upgrade")),
                Optional.empty(),
                List.of(new ServiceId("chat")),
                START,
                START.plusSeconds(3600),
                false,
                ahead);
    }

    private Crier crier() {
        var subscription = new Subscription(
                new ChannelId("square"),
                Subscription.Audience.PUBLIC,
                List.of(Locale.ENGLISH),
                EnumSet.allOf(Saying.class),
                Subscription.Late.SUMMARY,
                false);
        var registry = new Registry(
                store,
                new Announcer(List.of(subscription)),
                new NewsLog(new SimpleMeterRegistry(), _ -> {}),
                ZoneOffset.UTC);
        return new Crier(registry, () -> muted);
    }

    private void cry(Instant now, Maintenance... known) {
        crier.cry(List.of(known), now);
    }

    private List<Status> told() {
        return store.outbox().open(100).stream()
                .map(delivery -> store.incidents()
                        .find(delivery.incident())
                        .orElseThrow()
                        .updates()
                        .get(delivery.update() - 1)
                        .status())
                .toList();
    }

    @Test
    void each_step_is_handed_to_the_channels_once_also_when_the_program_starts_anew() {
        for (var seconds = -86_400 * 2; seconds <= 7200; seconds += 600) {
            crier = crier();
            cry(START.plusSeconds(seconds), UPGRADE, QUIET);
        }

        assertThat(told()).containsExactly(Status.SCHEDULED, Status.IN_PROGRESS, Status.COMPLETED);
    }

    @Test
    void nothing_is_told_while_it_is_muted_and_what_is_still_so_afterwards() {
        muted = true;
        cry(START.minusSeconds(60), UPGRADE);
        assertThat(told()).isEmpty();

        muted = false;
        cry(START.plusSeconds(60), UPGRADE);

        assertThat(told()).containsExactly(Status.IN_PROGRESS);
    }

    @Test
    void one_that_was_taken_out_of_the_file_is_called_off_after_a_while() {
        cry(START.minusSeconds(3600), UPGRADE);

        cry(START.minusSeconds(3000));
        cry(START.minusSeconds(2410));
        assertThat(told()).containsExactly(Status.SCHEDULED);

        cry(START.minusSeconds(2400));
        assertThat(told()).containsExactly(Status.SCHEDULED, Status.CANCELLED);
    }

    @Test
    void one_that_another_replica_does_not_know_yet_is_not_called_off_when_it_is_known_in_time() {
        cry(START.minusSeconds(3600), UPGRADE);

        cry(START.minusSeconds(3000));
        cry(START.minusSeconds(2900), UPGRADE);
        cry(START.minusSeconds(2400));

        assertThat(told()).containsExactly(Status.SCHEDULED);
    }
}
