package dev.backonline.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.HostNames.Missing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Names that are looked up while the program ends. */
class HostNamesTest {
    @Test
    void whoever_asks_after_the_end_is_told_so_at_once_and_each_time() {
        var names = new HostNames();
        names.close();

        for (var time = 0; time < 2; time++) {
            assertThat(names.find("localhost", Duration.ofMinutes(1))).isEqualTo(new Missing("shutting down"));
        }
    }
}
