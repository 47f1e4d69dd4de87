package dev.backonline.channel.atproto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Posts;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordKeyTest {
    private static String key(int seed) {
        return new UUID(seed * 0x9E3779B97F4A7C15L, seed).toString();
    }

    @Test
    void every_key_is_a_timestamp_identifier() {
        assertThat(IntStream.range(0, 1_000))
                .allSatisfy(seed -> assertThat(RecordKey.of(key(seed), Posts.AT.plusSeconds(seed * 10_000L))
                                .text())
                        .matches("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}"));
    }

    @Test
    void the_same_delivery_has_the_same_key() {
        assertThat(RecordKey.of(key(1), Posts.AT)).isEqualTo(RecordKey.of(key(1), Posts.AT));
    }

    @Test
    void other_deliveries_of_the_same_moment_have_others() {
        var keys = IntStream.range(0, 1_000)
                .mapToObj(seed -> RecordKey.of(key(seed), Posts.AT))
                .collect(Collectors.toSet());

        assertThat(keys).hasSize(1_000);
    }

    @Test
    void later_posts_have_greater_keys() {
        assertThat(RecordKey.of(key(1), Posts.AT).text())
                .isLessThan(RecordKey.of(key(2), Posts.AT.plusSeconds(1)).text());
    }

    @Test
    void the_first_moment_is_all_twos_but_for_its_ending() {
        assertThat(RecordKey.of(key(1), Instant.EPOCH).text()).startsWith("2222222");
    }
}
