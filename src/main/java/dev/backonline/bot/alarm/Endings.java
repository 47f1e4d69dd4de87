package dev.backonline.bot.alarm;

import dev.backonline.incident.Alarm;
import dev.backonline.outbox.ChannelId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Knows when the credentials of each channel end, as far as the file or the network says it, and warns ahead. */
public final class Endings {
    /** Ours: a week has a working day in it for whoever has to ask somebody for new ones, whatever day it begins on. */
    private static final Duration AHEAD = Duration.ofDays(7);
    /** Ours: how old the answers may be, some of which are in the database. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final Map<ChannelId, Supplier<Optional<Instant>>> channels;
    private volatile Map<ChannelId, Instant> known = Map.of();
    private Instant looked = Instant.EPOCH;

    /** {@code channels}: whom to ask for the end of each; those that know of none leave the figure out. */
    public Endings(Map<ChannelId, Supplier<Optional<Instant>>> channels, MeterRegistry figures, InstantSource clock) {
        this.channels = new LinkedHashMap<>(channels);
        for (var channel : channels.keySet()) {
            Gauge.builder("backonline.credentials.expiry", this, it -> it.left(channel, clock.instant()))
                    .description("How long until a channel's credentials end, and not a number where nobody knows")
                    .baseUnit("seconds")
                    .tag("channel", channel.value())
                    .register(figures);
        }
    }

    private double left(ChannelId channel, Instant now) {
        return Optional.ofNullable(known.get(channel))
                .map(end -> Duration.between(now, end).toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    /** Those that end soon, or have ended. To be called often, by one thread; may block on the database from time to time. */
    public List<Alarm.Expiring> look(Instant now) {
        if (Duration.between(looked, now).abs().compareTo(LOOK_EVERY) >= 0) {
            var asked = new LinkedHashMap<ChannelId, Instant>();
            channels.forEach((channel, end) -> end.get().ifPresent(at -> asked.put(channel, at)));
            known = asked;
            looked = now;
        }
        return soon(now).toList();
    }

    private Stream<Alarm.Expiring> soon(Instant now) {
        return known.entrySet().stream()
                .filter(one -> !now.isBefore(one.getValue().minus(AHEAD)))
                .map(one -> new Alarm.Expiring(one.getKey().value(), one.getValue()));
    }

    /** The channels whose credentials end soon, by what was last known. */
    public List<String> channels(Instant now) {
        return soon(now).map(Alarm.Expiring::channel).toList();
    }
}
