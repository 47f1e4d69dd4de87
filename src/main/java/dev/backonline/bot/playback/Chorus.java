package dev.backonline.bot.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The reels whose repeats are skipped although each shows that something can be reached: found by the moment at which they answer in
 * their interval, when somebody waits for that.
 */
final class Chorus {
    private final boolean canariesOnly;
    private final Map<Duration, TreeMap<Long, List<Reel>>> voices = new HashMap<>();

    /** {@code canariesOnly}: nobody else vouches for our own side. */
    Chorus(boolean canariesOnly) {
        this.canariesOnly = canariesOnly;
    }

    /** One voice and when it is heard. */
    record Voice(Reel reel, Instant at) {}

    void joined(Reel reel) {
        if (canariesOnly && !(reel.tape().subject() instanceof Tape.OfCanary)) {
            return;
        }
        var every = reel.tape().every();
        voices.computeIfAbsent(every, _ -> new TreeMap<>())
                .computeIfAbsent(phase(reel.lastAt(), every), _ -> new ArrayList<>())
                .add(reel);
    }

    void left(Reel reel) {
        var every = reel.tape().every();
        var phases = voices.getOrDefault(every, new TreeMap<>());
        phases.computeIfPresent(phase(reel.lastAt(), every), (_, reels) -> {
            reels.remove(reel);
            return reels.isEmpty() ? null : reels;
        });
    }

    /** The first that is heard at this time or later, and was not heard there already. */
    Optional<Voice> next(Instant now) {
        Optional<Voice> first = Optional.empty();
        for (var entry : voices.entrySet()) {
            var voice = next(entry.getKey(), entry.getValue(), now);
            if (voice.isPresent()
                    && first.filter(one -> !voice.get().at().isBefore(one.at())).isEmpty()) {
                first = voice;
            }
        }
        return first;
    }

    private static Optional<Voice> next(Duration every, NavigableMap<Long, List<Reel>> phases, Instant now) {
        var phase = phase(now, every);
        return in(phases.tailMap(phase), now.minusNanos(phase))
                .or(() -> in(phases, now.minusNanos(phase).plus(every)));
    }

    /** {@code round}: when the interval begins that is looked at. */
    private static Optional<Voice> in(Map<Long, List<Reel>> phases, Instant round) {
        for (var entry : phases.entrySet()) {
            var at = round.plusNanos(entry.getKey());
            for (var reel : entry.getValue()) {
                if (reel.lastAt().isBefore(at)) {
                    return Optional.of(new Voice(reel, at));
                }
            }
        }
        return Optional.empty();
    }

    private static long phase(Instant at, Duration every) {
        var nanos = Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
        return Math.floorMod(nanos, every.toNanos());
    }
}
