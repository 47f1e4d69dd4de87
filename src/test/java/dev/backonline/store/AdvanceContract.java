package dev.backonline.store;

import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.SKY;
import static dev.backonline.store.Samples.SQUARE;
import static dev.backonline.store.Samples.advanced;
import static dev.backonline.store.Samples.frozen;
import static dev.backonline.store.Samples.id;
import static dev.backonline.store.Samples.only;
import static dev.backonline.store.Samples.opened;
import static dev.backonline.store.Samples.posted;
import static dev.backonline.store.Samples.record;
import static dev.backonline.store.Samples.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Hold;
import dev.backonline.outbox.Lease;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How deliveries change. */
interface AdvanceContract extends StoreContract {

    @Test
    default void every_state_is_kept_whole_and_given_back_as_it_is_kept() {
        var later = NOW.plusSeconds(5);
        List<UnaryOperator<Delivery>> life = List.of(
                ready -> ready.sending(frozen(Optional.of(posted("41"))), ready.claim("one", later)),
                sending -> sending.unknown(later, "the answer was cut off"),
                unknown -> unknown.leased(unknown.claim("two", later)),
                leased -> leased.held(Hold.DOUBT, "found nothing, and this channel can't be looked up"),
                held -> held.repeat(later, "released by Ada"),
                ready -> ready.sending(frozen(Optional.empty()), ready.claim("two", later)),
                sending -> sending.afresh(later, "connection refused"),
                ready -> ready.sending(frozen(Optional.empty()), ready.claim("one", later)),
                sending -> sending.sent(Optional.of(posted("42")), "HTTP 200"));
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var delivery = only(store, id(1), SKY);

        for (var step : life) {
            var next = step.apply(delivery);
            delivery = advanced(store, next);

            assertThat(delivery)
                    .usingRecursiveComparison()
                    .ignoringFields("version")
                    .isEqualTo(next);
            assertThat(delivery.version()).isGreaterThan(next.version());
            assertThat(only(store, id(1), SKY)).isEqualTo(delivery);
        }
    }

    @Test
    default void times_are_kept_to_the_millisecond() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var fine = NOW.plusNanos(999_999);

        var kept = advanced(store, only(store, id(1), SKY).afresh(fine, "later"));

        assertThat(kept.notBefore()).isEqualTo(NOW);
    }

    @Test
    default void one_that_moved_on_refuses_all() {
        var store = store();
        record(store, opened(id(1), NOW), SQUARE, SKY);
        var square = only(store, id(1), SQUARE);
        var stale = only(store, id(1), SKY);
        var moved = sending(store, stale);

        var advanced = store.outbox().advance(List.of(square.superseded("late"), stale.superseded("late")));

        assertThat(advanced).isEmpty();
        assertThat(store.outbox().of(id(1))).containsExactly(square, moved);
    }

    @Test
    default void several_are_replaced_together_and_come_back_in_the_order_given() {
        var store = store();
        record(store, opened(id(1), NOW), SQUARE, SKY);
        var square = only(store, id(1), SQUARE);
        var sky = only(store, id(1), SKY);

        var advanced = store.outbox().advance(List.of(sky.superseded("late"), square.abandoned("gone")));

        assertThat(advanced.orElseThrow())
                .extracting(Delivery::id, Delivery::state)
                .containsExactly(
                        tuple(sky.id(), DeliveryState.SUPERSEDED), tuple(square.id(), DeliveryState.ABANDONED));
    }

    @Test
    default void an_arrow_that_does_not_exist_is_a_bug_and_changes_nothing() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var ready = only(store, id(1), SKY);
        var forged = new Delivery(
                ready.id(),
                ready.version(),
                ready.incident(),
                ready.origin(),
                ready.recipient(),
                DeliveryState.SENT,
                1,
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ready.reason());

        assertThatThrownBy(() -> store.outbox().advance(List.of(forged))).isInstanceOf(IllegalStateException.class);

        assertThat(only(store, id(1), SKY)).isEqualTo(ready);
    }

    @Test
    default void a_claim_needs_a_higher_fence_than_any_before() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var claimed = sending(store, only(store, id(1), SKY));
        var fence = claimed.lease().orElseThrow().fence();
        var unknown = advanced(store, claimed.unknown(NOW, "reset"));

        assertThatThrownBy(() ->
                        store.outbox().advance(List.of(unknown.leased(new Lease("two", NOW.plusSeconds(9), fence)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fence");

        assertThat(only(store, id(1), SKY)).isEqualTo(unknown);
    }

    @Test
    default void an_owner_goes_on_with_its_claim() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var ready = only(store, id(1), SKY);
        var claim = ready.claim("one", NOW.plusSeconds(9));

        var sending = advanced(store, advanced(store, ready.leased(claim)).sending(frozen(Optional.empty()), claim));

        assertThat(sending.lease()).contains(claim);
    }
}
