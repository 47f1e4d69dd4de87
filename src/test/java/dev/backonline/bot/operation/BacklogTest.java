package dev.backonline.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.outbox.ChannelId;
import dev.backonline.store.Mailbag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Mailbag bag = new Mailbag();
    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final Backlog backlog = new Backlog(List.of(new ChannelId("square"), new ChannelId("sky")), figures);

    @Test
    void what_waits_is_counted_for_each_channel() {
        bag.told("square").held("square");
        bag.told("sky").told("sky");
        var due = bag.of("sky").getFirst().notBefore();

        backlog.count(bag.outbox(), due.plus(Duration.ofSeconds(90)));

        assertThat(backlog.held()).isEqualTo(1);
        assertThat(figure("backonline.deliveries.held", "square")).isEqualTo(1);
        assertThat(figure("backonline.deliveries.held", "sky")).isZero();
        assertThat(figure("backonline.deliveries.open", "sky")).isEqualTo(2);
        assertThat(figure("backonline.delivery.lag", "sky")).isEqualTo(90);
        assertThat(figure("backonline.delivery.lag", "square")).isZero();
    }

    private double figure(String name, String channel) {
        return figures.get(name).tag("channel", channel).gauge().value();
    }
}
