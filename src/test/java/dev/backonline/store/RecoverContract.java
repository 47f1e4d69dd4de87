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
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.outbox.DeliveryState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the deliveries whose owner vanished. */
interface RecoverContract extends StoreContract {

    @Test
    default void what_was_being_sent_becomes_unknown_at_the_start_of_a_single_process() {
        var store = store();
        record(store, opened(id(1), NOW), SKY, SQUARE);
        var sending = sending(store, only(store, id(1), SKY));

        var recovered = store.outbox().recover(NOW, NOW.plusSeconds(30), true);

        var unknown = only(store, id(1), SKY);
        assertThat(recovered).isEqualTo(1);
        assertThat(unknown.state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(unknown.notBefore()).isEqualTo(NOW.plusSeconds(30));
        assertThat(unknown.lease()).isEmpty();
        assertThat(unknown.frozen()).isEqualTo(sending.frozen());
        assertThat(unknown.attempts()).isEqualTo(1);
        assertThat(unknown.note()).isNotBlank();
        assertThat(only(store, id(1), SQUARE).state()).isEqualTo(DeliveryState.READY);
    }

    @Test
    default void other_claims_end_at_the_start_of_a_single_process() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var unknown = advanced(store, sending(store, only(store, id(1), SKY)).unknown(NOW, "time-out"));
        advanced(store, unknown.leased(unknown.claim("one", NOW.plusSeconds(90))));

        var recovered = store.outbox().recover(NOW, NOW.plusSeconds(30), true);

        assertThat(recovered).isZero();
        assertThat(store.outbox().due(SKY.channel(), NOW, 1)).hasSize(1);
    }

    @Test
    default void among_replicas_only_what_outlived_its_lease_becomes_unknown() {
        var store = store();
        record(store, opened(id(1), NOW), SKY, SQUARE);
        var ended = only(store, id(1), SKY);
        advanced(store, ended.sending(frozen(Optional.empty()), ended.claim("one", NOW)));
        var working = only(store, id(1), SQUARE);
        working = advanced(store, working.sending(frozen(Optional.empty()), working.claim("two", NOW.plusMillis(1))));

        var recovered = store.outbox().recover(NOW, NOW.plusSeconds(30), false);

        assertThat(recovered).isEqualTo(1);
        assertThat(only(store, id(1), SKY).state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(only(store, id(1), SQUARE)).isEqualTo(working);
    }

    @Test
    default void an_owner_that_wakes_up_late_is_refused() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var sending = sending(store, only(store, id(1), SKY));
        store.outbox().recover(NOW, NOW, true);

        var late = store.outbox().advance(List.of(sending.sent(Optional.empty(), "HTTP 200")));

        assertThat(late).isEmpty();
        assertThat(only(store, id(1), SKY).state()).isEqualTo(DeliveryState.UNKNOWN);
    }

    @Test
    default void a_claim_after_a_recovery_has_a_higher_fence() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var before = sending(store, only(store, id(1), SKY)).lease().orElseThrow();
        store.outbox().recover(NOW, NOW, true);
        var unknown = only(store, id(1), SKY);

        var after = advanced(store, unknown.leased(unknown.claim("two", NOW.plusSeconds(9))))
                .lease();

        assertThat(after.orElseThrow().fence()).isGreaterThan(before.fence());
    }
}
