package dev.backonline.store;

import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.SKY;
import static dev.backonline.store.Samples.SQUARE;
import static dev.backonline.store.Samples.SQUARE_EN;
import static dev.backonline.store.Samples.advanced;
import static dev.backonline.store.Samples.frozen;
import static dev.backonline.store.Samples.id;
import static dev.backonline.store.Samples.opened;
import static dev.backonline.store.Samples.record;
import static dev.backonline.store.Samples.sending;
import static dev.backonline.store.Samples.sent;
import static dev.backonline.store.Samples.still;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Hold;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How the deliveries of a thread follow each other. */
interface ThreadContract extends StoreContract {

    @Test
    default void what_waits_is_ready_once_nothing_before_it_is_unfinished() {
        List<UnaryOperator<Delivery>> ends = List.of(
                sending -> sending.sent(Optional.empty(), "accepted"),
                sending -> sending.held(Hold.DOUBT, "credentials refused"),
                sending -> sending.abandoned("HTTP 422"));
        for (int number = 0; number < ends.size(); number++) {
            var store = store();
            var id = id(10 + number);
            var first = opened(id, NOW);
            record(store, first, SQUARE, SQUARE_EN);
            record(store, still(first), SQUARE, SQUARE_EN);

            var sending = sending(store, store.outbox().thread(id, SQUARE).getFirst());
            assertThat(store.outbox().thread(id, SQUARE).getLast().state()).isEqualTo(DeliveryState.WAITING);
            advanced(store, ends.get(number).apply(sending));

            assertThat(store.outbox().thread(id, SQUARE).getLast().state()).isEqualTo(DeliveryState.READY);
            assertThat(store.outbox().thread(id, SQUARE_EN).getLast().state()).isEqualTo(DeliveryState.WAITING);
        }
    }

    @Test
    default void what_waits_stands_behind_an_unknown_one_and_follows_a_superseded_one() {
        var store = store();
        var first = opened(id(1), NOW);
        record(store, first, SQUARE, SKY);
        record(store, still(first), SQUARE, SKY);

        advanced(
                store,
                sending(store, store.outbox().thread(id(1), SQUARE).getFirst()).unknown(NOW, "time-out"));
        advanced(store, store.outbox().thread(id(1), SKY).getFirst().superseded("told by the next"));

        assertThat(store.outbox().thread(id(1), SQUARE).getLast().state()).isEqualTo(DeliveryState.WAITING);
        assertThat(store.outbox().thread(id(1), SKY).getLast().state()).isEqualTo(DeliveryState.READY);
    }

    @Test
    default void nothing_is_sent_before_its_turn() {
        var store = store();
        var first = opened(id(1), NOW);
        record(store, first, SQUARE);
        record(store, still(first), SQUARE);
        var held = advanced(
                store,
                sending(store, store.outbox().thread(id(1), SQUARE).getFirst()).held(Hold.DOUBT, "blind"));
        var next = store.outbox().thread(id(1), SQUARE).getLast();
        var released = advanced(store, held.repeat(NOW, "released"));

        var refused = store.outbox().advance(List.of(next.sending(frozen(Optional.empty()), next.claim("one", NOW))));

        assertThat(refused).isEmpty();
        sent(store, released);
        assertThat(sent(store, next).state()).isEqualTo(DeliveryState.SENT);
    }
}
