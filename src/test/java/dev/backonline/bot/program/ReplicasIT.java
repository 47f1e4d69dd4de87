package dev.backonline.bot.program;

import static dev.backonline.bot.program.Fleet.PATIENCE;
import static dev.backonline.bot.program.Fleet.awaitShares;
import static dev.backonline.bot.program.Fleet.isJudge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged programs on one PostgreSQL: together they tell what one would. */
class ReplicasIT {
    @TempDir
    private Path folder;

    @Test
    void when_the_one_that_decides_is_killed_amid_an_outage_the_other_tells_its_end_once() throws Exception {
        try (var fleet = new Fleet(folder);
                var one = fleet.start();
                var other = fleet.start()) {
            one.ready();
            other.ready();
            awaitShares(one, 16);
            awaitShares(other, 16);
            var judge = Fleet.judge(one, other);
            var rest = judge == one ? other : one;

            fleet.services().breakDown("/chat");
            fleet.awaitTold(1);
            await().atMost(PATIENCE)
                    .until(() -> rest.read(rest.page("/en/")).contains("You may notice problems with Chat"));
            judge.kill();
            awaitShares(rest, 32);
            await().atMost(PATIENCE).until(() -> isJudge(rest));
            fleet.services().mend("/chat");
            fleet.awaitTold(2);

            await().during(Duration.ofSeconds(3))
                    .atMost(PATIENCE)
                    .until(() -> fleet.told().size() == 2);
            assertThat(fleet.told()).containsExactly("incident.problem", "incident.resolved");
        }
    }
}
