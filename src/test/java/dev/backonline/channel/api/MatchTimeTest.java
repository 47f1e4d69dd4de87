package dev.backonline.channel.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T20:04:00Z",
                "2026-11-22T20:04:00.000Z",
                "2026-11-22T21:04:00+01:00",
                "2026-11-22T20:04:00+0000"
            })
    void a_time_is_read_as_networks_write_it(String text) {
        assertThat(Match.Listed.time(text)).contains(Instant.parse("2026-11-22T20:04:00Z"));
    }

    @Test
    void a_time_of_nowhere_is_none() {
        assertThat(Match.Listed.time("2026-11-22T20:04:00")).isEmpty();
        assertThat(Match.Listed.time("yesterday")).isEmpty();
    }
}
