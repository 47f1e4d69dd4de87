package dev.backonline.bot.program;

import static dev.backonline.bot.program.Fleet.PATIENCE;
import static dev.backonline.bot.program.Fleet.awaitShares;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This version and the one before it, as packaged programs on one PostgreSQL, as they stand beside each other while pods are replaced. */
class RollingUpdateIT {
    private static final long GAP_MS = 50;

    @TempDir
    private Path folder;

    private final List<Program> inService = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor();
    private int turn;

    @AfterEach
    void stopReading() {
        reader.shutdownNow();
    }

    /** Asks whoever is in service in turn, as a load balancer does. */
    private synchronized void read() {
        if (inService.isEmpty()) {
            return;
        }
        var program = inService.get(turn++ % inService.size());
        try {
            if (program.status(program.page("/en/")) != 200) {
                refusals.add("no page");
            }
        } catch (IOException refused) {
            refusals.add(refused.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** As soon as it says that it is ready. */
    private void inService(Program program) {
        program.ready();
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .until(() -> program.status(program.management("/q/health/ready")) == 200);
        inService.add(program);
    }

    private void outOfService(Program program) {
        leave(program);
        program.close();
    }

    /** Nobody is being answered by it when this returns. */
    private synchronized void leave(Program program) {
        inService.remove(program);
    }

    @Test
    void while_the_versions_take_turns_each_transition_is_told_once_and_the_page_is_served() throws Exception {
        try (var fleet = new Fleet(folder);
                var before = fleet.startPrevious();
                var besides = fleet.startPrevious()) {
            inService(before);
            inService(besides);
            awaitShares(before, 16);
            awaitShares(besides, 16);
            var reading = reader.scheduleWithFixedDelay(this::read, 0, GAP_MS, TimeUnit.MILLISECONDS);
            fleet.services().breakDown("/chat");
            fleet.awaitTold(1);

            update(fleet, before, besides);

            assertThat(reading.isDone()).isFalse();
            reading.cancel(false);
            assertThat(refusals).isEmpty();
            assertThat(fleet.told())
                    .containsExactly(
                            "incident.problem",
                            "incident.resolved",
                            "incident.problem",
                            "incident.resolved",
                            "incident.problem",
                            "incident.resolved");
        }
    }

    private void update(Fleet fleet, Program before, Program besides) {
        try (var first = fleet.start()) {
            inService(first);
            // The old one decides on the new one's tables.
            var judge = Fleet.judge(before, besides);
            fleet.services().mend("/chat");
            fleet.awaitTold(2);
            outOfService(judge);
            Fleet.judge(before == judge ? besides : before, first);
            fleet.services().breakDown("/calls");
            fleet.awaitTold(3);
            try (var second = fleet.start()) {
                inService(second);
                outOfService(before == judge ? besides : before);
                awaitShares(second, 16);
                fleet.services().mend("/calls");
                fleet.awaitTold(4);
                goBack(fleet, first, second);
            }
        }
    }

    /** The update is undone: a process of the version before starts on the new one's tables. */
    private void goBack(Fleet fleet, Program first, Program second) {
        try (var again = fleet.startPrevious()) {
            inService(again);
            fleet.services().breakDown("/chat");
            fleet.awaitTold(5);
            outOfService(first);
            outOfService(second);
            awaitShares(again, 32);
            fleet.services().mend("/chat");
            fleet.awaitTold(6);
            await().during(Duration.ofSeconds(3))
                    .atMost(PATIENCE)
                    .until(() -> fleet.told().size() == 6);
            assertThat(again.output()).doesNotContain("ERROR");
            leave(again);
        }
    }
}
