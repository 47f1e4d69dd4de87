package dev.backonline.bot.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.CheckId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is shown of the checks' pace. */
class PaceFiguresTest {
    private static final CheckId CHECK = new CheckId("shop/1-http");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PaceFigures figures = new PaceFigures(registry);

    @Test
    void it_can_be_seen_how_many_checks_began_in_time() {
        figures.began(CHECK, Duration.ofMillis(20).toNanos());
        figures.began(CHECK, Duration.ofMillis(90).toNanos());
        figures.began(CHECK, Duration.ofMillis(800).toNanos());

        var buckets = registry.get("backonline.checks.lateness")
                .timer()
                .takeSnapshot()
                .histogramCounts();
        assertThat(Arrays.stream(buckets)
                        .filter(bucket -> bucket.bucket() == PaceFigures.PROMISED.toNanos())
                        .findFirst()
                        .orElseThrow()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void what_is_skipped_is_counted() {
        figures.skipped(CHECK, 3);

        assertThat(registry.get("backonline.checks.skipped").counter().count()).isEqualTo(3);
    }
}
