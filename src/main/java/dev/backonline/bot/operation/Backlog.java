package dev.backonline.bot.operation;

import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Outbox;
import dev.backonline.outbox.Outbox.Tally;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is not told yet, as figures: counted now and then, and shown without asking the database. */
final class Backlog {
    /** Ours: how old the figures of the backlog may be. */
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private volatile List<Tally> tallies = List.of();
    private volatile Instant counted = Instant.EPOCH;

    Backlog(List<ChannelId> channels, MeterRegistry figures) {
        for (var channel : channels) {
            Gauge.builder("backonline.deliveries.held", this, it -> it.held(channel))
                    .description("Deliveries that wait for a person or for mended credentials")
                    .tag("channel", channel.value())
                    .register(figures);
            Gauge.builder("backonline.deliveries.open", this, it -> it.open(channel))
                    .description("Deliveries that have not come to their end")
                    .tag("channel", channel.value())
                    .register(figures);
            Gauge.builder("backonline.delivery.lag", this, it -> it.lag(channel).toMillis() / 1e3)
                    .description("For how long the oldest delivery that could be sent has been waiting")
                    .baseUnit("seconds")
                    .tag("channel", channel.value())
                    .register(figures);
        }
    }

    /** Gives when to count again. Blocks on the database. */
    Duration count(Outbox outbox, Instant now) {
        tallies = outbox.tally();
        counted = now;
        return COUNT_EVERY;
    }

    /** How many are held, over all channels. */
    long held() {
        return sum(tallies.stream()
                .filter(one -> one.state() == DeliveryState.HELD)
                .toList());
    }

    private long held(ChannelId channel) {
        return sum(of(channel).stream()
                .filter(one -> one.state() == DeliveryState.HELD)
                .toList());
    }

    private long open(ChannelId channel) {
        return sum(of(channel));
    }

    private Duration lag(ChannelId channel) {
        return of(channel).stream()
                .filter(one -> one.state() == DeliveryState.READY || one.state() == DeliveryState.UNKNOWN)
                .map(one -> Duration.between(one.earliest(), counted))
                .filter(Duration::isPositive)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private List<Tally> of(ChannelId channel) {
        return tallies.stream().filter(one -> one.channel().equals(channel)).toList();
    }

    private static long sum(List<Tally> some) {
        return some.stream().mapToLong(Tally::count).sum();
    }
}
