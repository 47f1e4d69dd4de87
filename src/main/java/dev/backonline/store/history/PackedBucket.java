package dev.backonline.store.history;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import dev.backonline.verdict.history.Bucket;
import dev.backonline.verdict.history.Bucket.Heard;
import dev.backonline.verdict.history.Latencies;
import dev.backonline.verdict.history.StateTime;
import dev.backonline.verdict.history.Width;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A bucket as bytes: a version, then services and checks, each by the distance of its number from the one before. Of states, answers and
 * classes of times only those that are there are written. A minute of a calm check takes some ten bytes, and half of that once deflated.
 */
public final class PackedBucket {
    private static final int VERSION = 1;

    private PackedBucket() {}

    public static byte[] pack(Bucket bucket, ToLongFunction<String> numbers) {
        var out = new Squeeze();
        out.number(VERSION);
        write(out, byNumber(bucket.states(), service -> numbers.applyAsLong(service.value())), PackedBucket::state);
        write(out, byNumber(bucket.checks(), check -> numbers.applyAsLong(check.value())), PackedBucket::heard);
        return out.deflated();
    }

    /** Fails on bytes that a newer version wrote. */
    public static Bucket unpack(Width width, Instant start, byte[] bytes, LongFunction<String> names) {
        try {
            var in = new Stretch(bytes);
            var version = in.number();
            if (version != VERSION) {
                throw new IllegalStateException(
                        "the database has history of version %d, which this version does not know".formatted(version));
            }
            var states = new HashMap<ServiceId, StateTime>();
            read(in, (number, from) -> states.put(new ServiceId(names.apply(number)), state(from)));
            var checks = new HashMap<CheckId, Heard>();
            read(in, (number, from) -> checks.put(new CheckId(names.apply(number)), heard(from)));
            return new Bucket(width, start, states, checks);
        } catch (IOException damaged) {
            throw new UncheckedIOException("history in the database is damaged", damaged);
        }
    }

    /** Writes one value. */
    private interface Packing<T> {
        void write(Squeeze out, T value);
    }

    /** Reads one value. */
    private interface Unpacking {
        void read(long number, Stretch in) throws IOException;
    }

    private static <K, T> SortedMap<Long, T> byNumber(Map<K, T> values, ToLongFunction<K> number) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        value -> number.applyAsLong(value.getKey()),
                        Map.Entry::getValue,
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static <T> void write(Squeeze out, SortedMap<Long, T> values, Packing<T> writing) {
        out.number(values.size());
        var last = 0L;
        for (var value : values.entrySet()) {
            out.number(value.getKey() - last);
            last = value.getKey();
            writing.write(out, value.getValue());
        }
    }

    private static void read(Stretch in, Unpacking reading) throws IOException {
        var left = in.number();
        for (var number = 0L; left > 0; left--) {
            number += in.number();
            reading.read(number, in);
        }
    }

    private static void state(Squeeze out, StateTime time) {
        out.sparse(List.of(
                time.up().toMillis(),
                time.degraded().toMillis(),
                time.partial().toMillis(),
                time.major().toMillis(),
                time.maintenance().toMillis()));
    }

    private static StateTime state(Stretch in) throws IOException {
        var millis = in.sparse(5);
        return new StateTime(
                Duration.ofMillis(millis[0]),
                Duration.ofMillis(millis[1]),
                Duration.ofMillis(millis[2]),
                Duration.ofMillis(millis[3]),
                Duration.ofMillis(millis[4]),
                Duration.ZERO);
    }

    private static void heard(Squeeze out, Heard heard) {
        out.sparse(List.of(heard.up(), heard.slow(), heard.down(), heard.inconclusive()));
        var times = heard.times().byClass();
        out.number(times.size());
        var last = 0;
        for (var time : times.entrySet()) {
            out.number(time.getKey() - last);
            last = time.getKey();
            out.number(time.getValue());
        }
    }

    private static Heard heard(Stretch in) throws IOException {
        var answers = in.sparse(4);
        var classes = new int[(int) Math.min(in.number(), Latencies.CLASSES)];
        var counts = new long[classes.length];
        var timeClass = 0;
        for (int index = 0; index < classes.length; index++) {
            timeClass += (int) in.number();
            classes[index] = timeClass;
            counts[index] = in.number();
        }
        return new Heard(answers[0], answers[1], answers[2], answers[3], Latencies.of(classes, counts));
    }
}
