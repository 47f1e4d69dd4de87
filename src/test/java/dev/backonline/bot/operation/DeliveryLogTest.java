package dev.backonline.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Probe;
import dev.backonline.outbox.ChannelId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DeliveryLogTest {
    private static final ChannelId SQUARE = new ChannelId("square");
    private static final ChannelId SKY = new ChannelId("sky");

    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final DeliveryLog log = new DeliveryLog(List.of(SQUARE, SKY), figures, () -> {});

    private double refused(ChannelId channel) {
        return figures.get("backonline.channel.refused")
                .tag("channel", channel.value())
                .gauge()
                .value();
    }

    @Test
    void a_channel_is_shown_as_refused_until_it_goes_on() {
        var before = refused(SQUARE);
        log.stopped(SQUARE, "mend the token");
        var standing = refused(SQUARE);

        log.resumed(SQUARE);

        assertThat(before).isZero();
        assertThat(standing).isEqualTo(1);
        assertThat(refused(SQUARE)).isZero();
        assertThat(refused(SKY)).isZero();
    }

    @Test
    void what_the_network_says_when_it_is_asked_counts_too() {
        log.probed(SKY, new Probe.Refused("the app password was revoked"));
        var refused = refused(SKY);

        log.probed(SKY, new Probe.Ready("@status", OptionalInt.empty()));

        assertThat(refused).isEqualTo(1);
        assertThat(refused(SKY)).isZero();
    }

    @Test
    void a_network_that_cannot_be_asked_says_nothing_about_it() {
        log.stopped(SKY, "mend the token");

        log.probed(SKY, new Probe.Unreachable("connection refused"));

        assertThat(refused(SKY)).isEqualTo(1);
    }
}
