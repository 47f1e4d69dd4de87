package dev.backonline.store;

import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.SKY;
import static dev.backonline.store.Samples.SQUARE;
import static dev.backonline.store.Samples.SQUARE_EN;
import static dev.backonline.store.Samples.delivery;
import static dev.backonline.store.Samples.id;
import static dev.backonline.store.Samples.only;
import static dev.backonline.store.Samples.opened;
import static dev.backonline.store.Samples.record;
import static dev.backonline.store.Samples.sent;
import static dev.backonline.store.Samples.still;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backonline.incident.Change;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How decisions are recorded together with whom they must be told. */
interface LedgerContract extends StoreContract {

    @Test
    default void an_incident_is_opened_once() {
        var store = store();
        var incident = opened(id(1), NOW);
        record(store, incident, SQUARE);

        var again = store.ledger().record(new Change(incident), List.of(delivery(incident, SKY)));

        assertThat(again).isFalse();
        assertThat(store.outbox().of(id(1))).hasSize(1);
    }

    @Test
    default void a_change_of_a_version_that_is_gone_is_refused_and_writes_nothing() {
        var store = store();
        var first = opened(id(1), NOW);
        var second = still(first);
        var rival = Samples.resolved(first);
        record(store, first);
        record(store, second);

        var recorded = store.ledger().record(new Change(rival), List.of(delivery(rival, SQUARE)));

        assertThat(recorded).isFalse();
        assertThat(store.incidents().find(id(1))).contains(second);
        assertThat(store.outbox().of(id(1))).isEmpty();
    }

    @Test
    default void a_change_of_an_incident_that_was_never_opened_is_refused() {
        var store = store();
        var second = still(opened(id(1), NOW));

        var recorded = store.ledger().record(new Change(second), List.of());

        assertThat(recorded).isFalse();
        assertThat(store.incidents().find(id(1))).isEmpty();
    }

    @Test
    default void a_delivery_is_kept_as_it_was_given_but_numbered_and_ready() {
        var store = store();
        var incident = opened(id(1), NOW);

        record(store, incident, SKY);

        var kept = only(store, id(1), SKY);
        assertThat(kept.id().value()).isPositive();
        assertThat(kept.state()).isEqualTo(DeliveryState.READY);
        assertThat(kept)
                .usingRecursiveComparison()
                .ignoringFields("id", "version", "state")
                .isEqualTo(delivery(incident, SKY));
    }

    @Test
    default void which_trace_a_delivery_goes_on_with_is_kept_through_all_that_becomes_of_it() {
        var store = store();
        var incident = opened(id(1), NOW);
        var trail = new Delivery.Trail("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        store.ledger()
                .record(
                        new Change(incident),
                        List.of(delivery(incident, SQUARE).along(trail), delivery(incident, SKY)));

        var ready = store.outbox().thread(id(1), SQUARE).getFirst();
        store.outbox().advance(List.of(ready.superseded("made room")));

        assertThat(store.outbox().thread(id(1), SQUARE).getFirst().origin())
                .isEqualTo(new Delivery.Origin(1, Optional.of(trail)));
        assertThat(store.outbox().thread(id(1), SKY).getFirst().origin()).isEqualTo(Delivery.Origin.of(1));
    }

    @Test
    default void a_follow_up_waits_for_what_is_unfinished_in_its_thread_only() {
        var store = store();
        var first = opened(id(1), NOW);
        record(store, first, SQUARE, SQUARE_EN);
        record(store, opened(id(2), NOW), SKY);
        sent(store, only(store, id(1), SQUARE_EN));

        record(store, still(first), SQUARE, SQUARE_EN, SKY);

        assertThat(states(store.outbox().thread(id(1), SQUARE)))
                .containsExactly(DeliveryState.READY, DeliveryState.WAITING);
        assertThat(states(store.outbox().thread(id(1), SQUARE_EN)))
                .containsExactly(DeliveryState.SENT, DeliveryState.READY);
        assertThat(states(store.outbox().thread(id(1), SKY))).containsExactly(DeliveryState.READY);
    }

    @Test
    default void two_deliveries_of_one_thread_in_one_change_are_told_in_their_order() {
        var store = store();

        record(store, opened(id(1), NOW), SQUARE, SQUARE);

        assertThat(states(store.outbox().thread(id(1), SQUARE)))
                .containsExactly(DeliveryState.READY, DeliveryState.WAITING);
    }

    @Test
    default void a_change_that_fails_in_the_middle_leaves_nothing() {
        var store = store();
        var first = opened(id(1), NOW);
        record(store, first, SQUARE);
        var second = still(first);
        var good = delivery(second, SQUARE_EN);
        var bad = Delivery.of(id(7), 1, SKY, NOW);

        assertThatThrownBy(() -> store.ledger().record(new Change(second), List.of(good, bad)))
                .isInstanceOf(RuntimeException.class);

        assertThat(store.incidents().find(id(1))).contains(first);
        assertThat(store.outbox().of(id(1))).hasSize(1);
        record(store, second, SQUARE_EN);
        assertThat(store.outbox().of(id(1))).hasSize(2);
    }

    private static List<DeliveryState> states(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::state).toList();
    }
}
