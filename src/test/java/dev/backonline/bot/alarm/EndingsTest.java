package dev.backonline.bot.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Alarm;
import dev.backonline.outbox.ChannelId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Credentials that end are warned of a week ahead, and shown as a figure from the start. */
class EndingsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final ChannelId SKY = new ChannelId("sky");
    private static final ChannelId SQUARE = new ChannelId("square");

    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private Optional<Instant> end = Optional.of(NOW.plus(Duration.ofDays(8)));
    private Instant now = NOW;
    private final Endings endings = endings();

    private Endings endings() {
        var channels = new LinkedHashMap<ChannelId, Supplier<Optional<Instant>>>();
        channels.put(SKY, () -> end);
        channels.put(SQUARE, Optional::empty);
        return new Endings(channels, figures, () -> now);
    }

    private double figure(ChannelId channel) {
        return figures.get("backonline.credentials.expiry")
                .tag("channel", channel.value())
                .gauge()
                .value();
    }

    @Test
    void it_is_said_a_week_ahead_and_from_then_on() {
        assertThat(endings.look(NOW)).isEmpty();
        assertThat(endings.look(NOW.plus(Duration.ofDays(1)).minusSeconds(1))).isEmpty();
        assertThat(endings.look(NOW.plus(Duration.ofDays(1))))
                .containsExactly(new Alarm.Expiring("sky", NOW.plus(Duration.ofDays(8))));
        assertThat(endings.look(NOW.plus(Duration.ofDays(9)))).hasSize(1);
        assertThat(endings.channels(NOW.plus(Duration.ofDays(9)))).containsExactly("sky");
    }

    @Test
    void those_that_are_renewed_are_no_longer_warned_of() {
        endings.look(NOW.plus(Duration.ofDays(2)));

        end = Optional.of(NOW.plus(Duration.ofDays(90)));

        assertThat(endings.look(NOW.plus(Duration.ofDays(3)))).isEmpty();
    }

    @Test
    void how_long_is_left_is_a_figure_and_no_number_where_nobody_knows() {
        endings.look(NOW);
        now = NOW.plusSeconds(3600);

        assertThat(figure(SKY)).isEqualTo(8 * 86_400 - 3600);
        assertThat(figure(SQUARE)).isNaN();
    }
}
