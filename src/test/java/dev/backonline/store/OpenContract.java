package dev.backonline.store;

import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.SKY;
import static dev.backonline.store.Samples.SQUARE;
import static dev.backonline.store.Samples.SQUARE_EN;
import static dev.backonline.store.Samples.advanced;
import static dev.backonline.store.Samples.id;
import static dev.backonline.store.Samples.only;
import static dev.backonline.store.Samples.opened;
import static dev.backonline.store.Samples.record;
import static dev.backonline.store.Samples.sending;
import static dev.backonline.store.Samples.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Hold;
import dev.backonline.outbox.Outbox.Tally;
import org.junit.jupiter.api.Test;

/** What is not at its end, for people and figures. */
interface OpenContract extends StoreContract {

    @Test
    default void one_is_found_by_its_number() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var recorded = only(store, id(1), SKY);

        assertThat(store.outbox().find(recorded.id())).contains(recorded);
        assertThat(store.outbox().find(new DeliveryId(4711))).isEmpty();
    }

    @Test
    default void what_has_come_to_its_end_is_not_open() {
        var store = store();
        record(store, opened(id(1), NOW), SKY, SQUARE, SQUARE_EN);
        sent(store, only(store, id(1), SKY));
        var held = advanced(store, sending(store, only(store, id(1), SQUARE)).held(Hold.CREDENTIALS, "HTTP 401"));

        var open = store.outbox().open(10);

        assertThat(open).containsExactly(held, only(store, id(1), SQUARE_EN));
        assertThat(store.outbox().open(1)).containsExactly(held);
    }

    @Test
    default void held_ones_tell_what_they_wait_for() {
        var store = store();
        record(store, opened(id(1), NOW), SKY, SQUARE);
        var held = advanced(store, sending(store, only(store, id(1), SQUARE)).held(Hold.CREDENTIALS, "HTTP 401"));

        assertThat(store.outbox().held(SQUARE.channel())).containsExactly(held);
        assertThat(held.reason().hold()).contains(Hold.CREDENTIALS);
        assertThat(store.outbox().held(SKY.channel())).isEmpty();
    }

    @Test
    default void a_released_one_waits_for_nothing_any_more() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var held = advanced(store, sending(store, only(store, id(1), SKY)).held(Hold.DOUBT, "blind"));

        var released = advanced(store, held.repeat(NOW, "released"));

        assertThat(released.reason().hold()).isEmpty();
        assertThat(store.outbox().held(SKY.channel())).isEmpty();
        assertThat(store.outbox().due(SKY.channel(), NOW, 10)).containsExactly(released);
    }

    @Test
    default void all_are_counted_by_channel_and_state() {
        var store = store();
        record(store, opened(id(1), NOW), SKY, SQUARE, SQUARE_EN);
        record(store, opened(id(2), NOW.plusSeconds(9)), SQUARE);
        advanced(store, sending(store, only(store, id(1), SKY)).held(Hold.DOUBT, "blind"));

        var tally = store.outbox().tally();

        assertThat(tally)
                .containsExactly(
                        new Tally(SKY.channel(), DeliveryState.HELD, 1, NOW),
                        new Tally(SQUARE.channel(), DeliveryState.READY, 3, NOW));
    }
}
