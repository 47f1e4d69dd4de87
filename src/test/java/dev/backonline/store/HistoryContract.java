package dev.backonline.store;

import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.SKY;
import static dev.backonline.store.Samples.SQUARE;
import static dev.backonline.store.Samples.SQUARE_EN;
import static dev.backonline.store.Samples.frozen;
import static dev.backonline.store.Samples.id;
import static dev.backonline.store.Samples.opened;
import static dev.backonline.store.Samples.posted;
import static dev.backonline.store.Samples.resolved;
import static dev.backonline.store.Samples.still;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Hold;
import dev.backonline.outbox.Recipient;
import dev.backonline.store.memory.MemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A random history leaves the same in every store as in the simplest one. */
interface HistoryContract extends StoreContract {
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

    /** Does what comes to its mind with a store; the same seed on an equal store does the same. */
    final class RandomHistory {
        static final int INCIDENTS = 4;

        private static final List<Recipient> RECIPIENTS = List.of(SQUARE, SQUARE_EN, SKY);

        private final Store store;
        private final Random random;
        /** What was read at some time, so maybe stale. */
        private final List<Delivery> read = new ArrayList<>();

        private Instant now = NOW;

        RandomHistory(Store store, long seed) {
            this.store = store;
            this.random = new Random(seed);
        }

        /** Gives whatever the store answered. */
        Object step() {
            now = now.plusMillis(random.nextInt(3000));
            return switch (random.nextInt(12)) {
                case 0, 1 -> record();
                case 2 -> store.outbox().recover(now, now.plusSeconds(1), random.nextInt(4) == 0);
                case 3 -> store.outbox().nextDue(SQUARE.channel());
                case 4, 5, 6 -> due();
                default -> advance();
            };
        }

        private boolean record() {
            var id = id(random.nextInt(INCIDENTS));
            var next = store.incidents().find(id).map(this::next).orElseGet(() -> opened(id, now));
            var told = RECIPIENTS.stream().filter(_ -> random.nextBoolean()).toList();
            return store.ledger()
                    .record(
                            new Change(next),
                            told.stream()
                                    .map(recipient -> Samples.delivery(next, recipient))
                                    .toList());
        }

        private Incident next(Incident incident) {
            if (random.nextInt(8) == 0) {
                return opened(incident.id(), now);
            }
            return random.nextInt(8) == 0 ? resolved(incident) : still(incident);
        }

        private List<Delivery> due() {
            var due = store.outbox().due(RECIPIENTS.get(random.nextInt(3)).channel(), now, 1 + random.nextInt(4));
            read.addAll(due);
            return due;
        }

        /** One that was read, and sometimes all of its thread. */
        private Optional<List<Delivery>> advance() {
            if (read.isEmpty()) {
                return Optional.empty();
            }
            var one = read.remove(random.nextInt(read.size()));
            var changed = random.nextInt(5) == 0 ? withThread(one) : List.of(moved(one));
            var advanced = store.outbox().advance(changed);
            advanced.ifPresent(read::addAll);
            return advanced;
        }

        private List<Delivery> withThread(Delivery one) {
            return store.outbox().thread(one.incident(), one.recipient()).stream()
                    .filter(delivery -> !delivery.state().next().isEmpty())
                    .map(this::moved)
                    .toList();
        }

        private Delivery moved(Delivery delivery) {
            var later = now.plusMillis(random.nextInt(4000));
            return switch (delivery.state()) {
                case WAITING -> delivery.superseded("late");
                case READY -> fromReady(delivery, later);
                case SENDING -> fromSending(delivery, later);
                case UNKNOWN ->
                    random.nextBoolean()
                            ? delivery.leased(delivery.claim("two", later))
                            : delivery.repeat(later, "not found");
                case HELD -> random.nextBoolean() ? delivery.repeat(later, "released") : delivery.abandoned("dropped");
                case SENT, SUPERSEDED, ABANDONED -> delivery;
            };
        }

        private Delivery fromReady(Delivery delivery, Instant later) {
            return switch (random.nextInt(6)) {
                case 0 -> delivery.superseded("late");
                case 1 -> delivery.leased(delivery.claim("two", later));
                default -> delivery.sending(frozen(Optional.of(posted("7"))), delivery.claim("one", later));
            };
        }

        private Delivery fromSending(Delivery delivery, Instant later) {
            return switch (random.nextInt(5)) {
                case 0 -> delivery.unknown(later, "time-out");
                case 1 -> delivery.held(Hold.DOUBT, "refused");
                case 2 -> delivery.afresh(later, "connection refused");
                case 3 -> delivery.abandoned("rejected");
                default -> delivery.sent(Optional.of(posted(delivery.id().toString())), "HTTP 200");
            };
        }
    }
}
