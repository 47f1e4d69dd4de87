package dev.backonline.store;

import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.SKY;
import static dev.backonline.store.Samples.SQUARE;
import static dev.backonline.store.Samples.SQUARE_EN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A random history leaves the same in every store as in the simplest one. */
interface HistoryContract extends Kept {
    int STEPS = 400;

    @Test
    default void a_random_history_is_kept_as_by_the_simplest_store() {
        for (long seed : List.of(1L, 20L, 300L)) {
            var store = store();
            var simplest = new MemoryStore().store();
            var onOne = new RandomHistory(store, seed);
            var onOther = new RandomHistory(simplest, seed);

            for (int step = 0; step < STEPS; step++) {
                var expected = onOther.step();

                assertThat(onOne.step()).as("seed %s, step %s", seed, step).isEqualTo(expected);
            }
            assertSame(store, simplest);
        }
    }

    private static void assertSame(Store store, Store simplest) {
        assertThat(store.incidents().newest(100)).isEqualTo(simplest.incidents().newest(100));
        for (int number = 0; number < RandomHistory.INCIDENTS; number++) {
            var id = Samples.id(number);
            assertThat(store.outbox().of(id)).isEqualTo(simplest.outbox().of(id));
        }
        for (var recipient : List.of(SQUARE, SQUARE_EN, SKY)) {
            assertThat(store.outbox().nextDue(recipient.channel()))
                    .isEqualTo(simplest.outbox().nextDue(recipient.channel()));
            assertThat(store.outbox().due(recipient.channel(), NOW.plusSeconds(60), 50))
                    .isEqualTo(simplest.outbox().due(recipient.channel(), NOW.plusSeconds(60), 50));
        }
    }
}
