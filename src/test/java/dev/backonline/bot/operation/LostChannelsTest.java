package dev.backonline.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Hold;
import dev.backonline.store.Mailbag;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LostChannelsTest {
    private final Mailbag bag = new Mailbag();

    @Test
    void what_was_to_be_told_on_a_channel_that_is_gone_is_ended_visibly() {
        bag.told("square").told("square").told("sky");

        new LostChannels(bag.outbox(), Set.of(new ChannelId("sky"))).end();

        assertThat(bag.of("square"))
                .allSatisfy(delivery -> {
                    assertThat(delivery.state()).isEqualTo(DeliveryState.ABANDONED);
                    assertThat(delivery.note()).isEqualTo("the file no longer names its channel");
                })
                .hasSize(2);
        assertThat(bag.of("sky")).extracting(Delivery::state).containsExactly(DeliveryState.READY);
    }

    @Test
    void what_may_have_arrived_there_is_held_for_a_person() {
        bag.told("square").unknown("square");

        new LostChannels(bag.outbox(), Set.of()).end();

        assertThat(bag.of("square").getFirst().state()).isEqualTo(DeliveryState.HELD);
        assertThat(bag.of("square").getFirst().reason().hold()).contains(Hold.DOUBT);
    }
}
