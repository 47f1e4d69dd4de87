package dev.backonline.store.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import dev.backonline.verdict.history.Bucket;
import dev.backonline.verdict.history.Bucket.Heard;
import dev.backonline.verdict.history.Latencies;
import dev.backonline.verdict.history.StateTime;
import dev.backonline.verdict.history.Width;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackedBucketTest {
    private static final Instant START = Instant.parse("2026-06-18T12:00:00Z");

    @Test
    void any_bucket_is_unpacked_as_it_was_packed() {
        var random = new Random(11);
        for (int sample = 0; sample < 200; sample++) {
            var bucket = bucket(random, 1 + random.nextInt(30));

            var packed = PackedBucket.pack(bucket, PackedBucketTest::number);

            assertThat(PackedBucket.unpack(Width.DAY, START, packed, PackedBucketTest::name))
                    .isEqualTo(bucket);
        }
    }

    @Test
    void a_minute_of_a_thousand_calm_services_is_small() {
        var states = new HashMap<ServiceId, StateTime>();
        var checks = new HashMap<CheckId, Heard>();
        var random = new Random(12);
        for (int number = 0; number < 1000; number++) {
            states.put(new ServiceId("s" + number), StateTime.NONE.plus(up(60_000)));
            var times = new TreeMap<Integer, Long>();
            var usual = 60 + random.nextInt(20);
            for (int answer = 0; answer < 6; answer++) {
                times.merge(usual + (int) (2 * random.nextGaussian()), 1L, Long::sum);
            }
            checks.put(new CheckId("s" + number), new Heard(6, 0, 0, 0, Latencies.of(times)));
        }

        var packed = PackedBucket.pack(
                new Bucket(Width.MINUTE, START, states, checks), name -> Long.parseLong(name.substring(1)));

        assertThat(packed.length).isLessThan(9_000);
    }

    @Test
    void damaged_bytes_and_those_of_a_newer_version_are_refused() {
        var packed = PackedBucket.pack(bucket(new Random(1), 5), PackedBucketTest::number);
        var newer = new Squeeze();
        newer.number(2);

        assertThatThrownBy(() -> unpack(Arrays.copyOf(packed, packed.length / 2)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("history in the database is damaged");
        assertThatThrownBy(() -> unpack(newer.deflated()))
                .hasMessage("the database has history of version 2, which this version does not know");
    }

    private static Bucket unpack(byte[] bytes) {
        return PackedBucket.unpack(Width.MINUTE, START, bytes, PackedBucketTest::name);
    }

    private static Bucket bucket(Random random, int size) {
        var states = new HashMap<ServiceId, StateTime>();
        var checks = new HashMap<CheckId, Heard>();
        for (int entry = 0; entry < size; entry++) {
            states.put(new ServiceId("n" + random.nextInt(100_000)), state(random));
            checks.put(new CheckId("n" + random.nextInt(100_000)), heard(random));
        }
        return new Bucket(Width.DAY, START, states, checks);
    }

    private static StateTime state(Random random) {
        return new StateTime(some(random), some(random), some(random), some(random), some(random), Duration.ZERO);
    }

    private static Duration some(Random random) {
        return random.nextBoolean() ? Duration.ZERO : Duration.ofMillis(random.nextLong(90_000_000L));
    }

    private static Heard heard(Random random) {
        var times = new TreeMap<Integer, Long>();
        for (int time = random.nextInt(20); time > 0; time--) {
            times.put(random.nextInt(Latencies.CLASSES), 1 + random.nextLong(100_000));
        }
        return new Heard(random.nextInt(3), random.nextInt(200), 0, random.nextLong(1L << 40), Latencies.of(times));
    }

    private static StateTime up(long millis) {
        return new StateTime(
                Duration.ofMillis(millis), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(1));
    }

    private static String name(long number) {
        return "n" + number;
    }
}
