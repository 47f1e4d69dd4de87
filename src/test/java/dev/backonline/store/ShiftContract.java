package dev.backonline.store;

import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.SKY;
import static dev.backonline.store.Samples.SQUARE;
import static dev.backonline.store.Samples.advanced;
import static dev.backonline.store.Samples.frozen;
import static dev.backonline.store.Samples.id;
import static dev.backonline.store.Samples.only;
import static dev.backonline.store.Samples.opened;
import static dev.backonline.store.Samples.record;
import static dev.backonline.store.Samples.sending;
import static dev.backonline.store.Samples.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the times of deliveries when the wall clock is moved. */
interface ShiftContract extends StoreContract {
    Duration BACK = Duration.ofHours(-1);

    @Test
    default void what_waits_waits_as_long_as_before() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var unknown = advanced(store, sending(store, only(store, id(1), SKY)).unknown(NOW.plusSeconds(30), "time-out"));

        store.outbox().shift(BACK, "one", true);

        var due = NOW.plus(BACK).plusSeconds(30);
        assertThat(store.outbox().due(SKY.channel(), due.minusMillis(1), 1)).isEmpty();
        assertThat(store.outbox().nextDue(SKY.channel())).contains(due);
        assertThat(store.outbox().due(SKY.channel(), due, 1))
                .extracting(Delivery::version)
                .containsExactly(unknown.version());
    }

    @Test
    default void whoever_is_sending_goes_on_for_as_long_as_before() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var sending = sending(store, only(store, id(1), SKY));

        store.outbox().shift(BACK.negated(), "one", true);

        assertThat(only(store, id(1), SKY).lease().map(Lease::until))
                .isEqualTo(sending.lease().map(Lease::until).map(until -> until.minus(BACK)));
        assertThat(store.outbox().recover(NOW.minus(BACK), NOW, false)).isZero();
        assertThat(advanced(store, sending.sent(Optional.empty(), "HTTP 200")).posted())
                .isEmpty();
    }

    @Test
    default void among_replicas_only_ones_own_leases_are_ones_own() {
        var store = store();
        record(store, opened(id(1), NOW), SKY, SQUARE);
        var own = sending(store, only(store, id(1), SKY));
        var square = only(store, id(1), SQUARE);
        var other = advanced(store, square.sending(frozen(Optional.empty()), square.claim("two", NOW.plusSeconds(90))));

        store.outbox().shift(BACK, "one", false);

        assertThat(only(store, id(1), SKY).lease().map(Lease::until))
                .contains(until(own).plus(BACK));
        assertThat(only(store, id(1), SKY).notBefore()).isEqualTo(own.notBefore());
        assertThat(only(store, id(1), SQUARE)).isEqualTo(other);
    }

    private static Instant until(Delivery delivery) {
        return delivery.lease().orElseThrow().until();
    }

    @Test
    default void what_has_come_to_its_end_keeps_its_times() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var sent = sent(store, only(store, id(1), SKY));

        store.outbox().shift(BACK, "one", true);

        assertThat(only(store, id(1), SKY)).isEqualTo(sent);
    }
}
