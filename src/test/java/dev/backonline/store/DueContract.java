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
import static dev.backonline.store.Samples.still;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.outbox.Hold;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a channel is given to work on. */
interface DueContract extends StoreContract {
    Instant LATER = NOW.plusSeconds(60);

    @Test
    default void the_oldest_of_the_channel_are_due_first() {
        var store = store();
        record(store, opened(id(2), NOW.plusSeconds(1)), SQUARE, SKY);
        record(store, opened(id(1), NOW), SQUARE_EN, SQUARE);

        var due = store.outbox().due(SQUARE.channel(), LATER, 10);

        assertThat(due)
                .containsExactly(only(store, id(2), SQUARE), only(store, id(1), SQUARE_EN), only(store, id(1), SQUARE));
    }

    @Test
    default void no_more_are_due_than_asked_for() {
        var store = store();
        record(store, opened(id(1), NOW), SQUARE, SQUARE_EN);

        var due = store.outbox().due(SQUARE.channel(), LATER, 1);

        assertThat(due).containsExactly(only(store, id(1), SQUARE));
    }

    @Test
    default void one_is_due_from_its_time_on() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var later = advanced(store, only(store, id(1), SKY).afresh(LATER, "refused"));

        var early = store.outbox().due(SKY.channel(), LATER.minusMillis(1), 10);
        var onTime = store.outbox().due(SKY.channel(), LATER, 10);

        assertThat(early).isEmpty();
        assertThat(onTime).containsExactly(later);
        assertThat(store.outbox().nextDue(SKY.channel())).contains(LATER);
    }

    @Test
    default void one_that_somebody_works_on_is_due_when_the_lease_ends() {
        var store = store();
        record(store, opened(id(1), NOW), SKY);
        var ready = only(store, id(1), SKY);
        var leased = advanced(store, ready.leased(ready.claim("one", LATER)));

        var early = store.outbox().due(SKY.channel(), LATER.minusMillis(1), 10);
        var onTime = store.outbox().due(SKY.channel(), LATER, 10);

        assertThat(early).isEmpty();
        assertThat(onTime).containsExactly(leased);
        assertThat(store.outbox().nextDue(SKY.channel())).contains(LATER);
    }

    @Test
    default void an_unknown_one_is_due_for_its_look_up_and_what_follows_it_is_not() {
        var store = store();
        var first = opened(id(1), NOW);
        record(store, first, SKY);
        var unknown = advanced(store, sending(store, only(store, id(1), SKY)).unknown(LATER, "time-out"));
        record(store, still(first), SKY);

        var due = store.outbox().due(SKY.channel(), LATER, 10);

        assertThat(due).containsExactly(unknown);
    }

    @Test
    default void what_is_being_sent_or_finished_is_not_due() {
        var store = store();
        record(store, opened(id(1), NOW), SQUARE, SKY);
        sending(store, only(store, id(1), SQUARE));
        sent(store, only(store, id(1), SKY));

        var channels = List.of(SQUARE.channel(), SKY.channel());

        assertThat(channels).allSatisfy(channel -> {
            assertThat(store.outbox().due(channel, LATER.plusSeconds(9000), 10)).isEmpty();
            assertThat(store.outbox().nextDue(channel)).isEmpty();
        });
    }

    @Test
    default void a_ready_one_is_not_due_behind_one_that_was_released() {
        var store = store();
        var first = opened(id(1), NOW);
        record(store, first, SKY);
        var held = advanced(store, sending(store, only(store, id(1), SKY)).held(Hold.DOUBT, "blind"));
        record(store, still(first), SKY);
        var released = advanced(store, held.repeat(LATER, "released"));

        var early = store.outbox().due(SKY.channel(), NOW.plusSeconds(30), 10);

        assertThat(early).isEmpty();
        assertThat(store.outbox().due(SKY.channel(), LATER, 10)).containsExactly(released);
        assertThat(store.outbox().nextDue(SKY.channel())).contains(LATER);
    }
}
