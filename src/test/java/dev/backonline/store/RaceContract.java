package dev.backonline.store;

import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.SKY;
import static dev.backonline.store.Samples.SQUARE;
import static dev.backonline.store.Samples.frozen;
import static dev.backonline.store.Samples.id;
import static dev.backonline.store.Samples.opened;
import static dev.backonline.store.Samples.record;
import static dev.backonline.store.Samples.still;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Recipient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds when many work at once. */
interface RaceContract extends StoreContract {
    int WORKERS = 8;
    Instant LATER = NOW.plusSeconds(3600);

    @Test
    default void each_delivery_is_claimed_once() throws Exception {
        var store = store();
        for (int number = 1; number <= 40; number++) {
            record(store, opened(id(number), NOW), SKY);
        }

        var claimed = allOf(WORKERS, worker -> claims(store, "worker-" + worker));

        assertThat(claimed).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    default void follow_ups_recorded_while_their_thread_is_worked_on_are_all_sent_in_order() throws Exception {
        var store = store();
        record(store, opened(id(1), NOW), SKY, SQUARE);

        allOf(3, worker -> worker == 0 ? followUps(store) : sends(store, (worker == 1 ? SKY : SQUARE).channel()));

        for (var recipient : List.of(SKY, SQUARE)) {
            assertThat(store.outbox().thread(id(1), recipient))
                    .hasSize(31)
                    .allMatch(delivery -> delivery.state() == DeliveryState.SENT);
        }
    }

    @Test
    default void a_follow_up_is_not_left_waiting_by_the_end_of_what_it_follows() throws Exception {
        var store = store();
        for (int number = 1; number <= 50; number++) {
            var incident = opened(id(number), NOW);
            record(store, incident, SKY);
            var sending = Samples.sending(store, Samples.only(store, incident.id(), SKY));

            allOf(2, worker -> {
                if (worker == 0) {
                    Samples.advanced(store, sending.sent(Optional.empty(), "HTTP 200"));
                } else {
                    record(store, still(incident), SKY);
                }
                return List.of();
            });

            assertThat(store.outbox().thread(incident.id(), SKY).getLast().state())
                    .isEqualTo(DeliveryState.READY);
        }
    }

    @Test
    default void of_rivals_for_one_version_one_is_recorded() throws Exception {
        var store = store();
        var first = opened(id(1), NOW);
        record(store, first);

        var recorded = allOf(WORKERS, worker -> {
            var recipient = new Recipient(new ChannelId("channel-" + worker), SKY.language());
            var rival = still(first);
            var change = new Change(rival);
            return store.ledger().record(change, List.of(Samples.delivery(rival, recipient)))
                    ? List.of(recipient)
                    : List.<Recipient>of();
        });

        assertThat(recorded).hasSize(1);
        assertThat(store.outbox().of(id(1))).extracting(Delivery::recipient).isEqualTo(recorded);
    }

    @Test
    default void one_that_fails_takes_no_other_with_it() throws Exception {
        var store = store();

        var recorded = allOf(WORKERS * 4, worker -> {
            var incident = opened(id(worker), NOW);
            var told = worker % 4 == 0 ? opened(id(9999), NOW) : incident;
            try {
                store.ledger().record(new Change(incident), List.of(Samples.delivery(told, SKY)));
                return List.of(incident.id());
            } catch (RuntimeException _) {
                return List.<IncidentId>of();
            }
        });

        assertThat(recorded).hasSize(WORKERS * 3);
        assertThat(store.incidents().newest(100)).extracting(Incident::id).hasSameElementsAs(recorded);
    }

    /** Every worker's results together. */
    private static <T> List<T> allOf(int workers, Worker<T> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, workers)
                    .mapToObj(worker -> (Callable<List<T>>) () -> work.as(worker))
                    .toList();
            var all = new ArrayList<T>();
            for (var result : threads.invokeAll(tasks)) {
                all.addAll(result.get());
            }
            return all;
        }
    }

    private static List<DeliveryId> claims(Store store, String owner) {
        var claimed = new ArrayList<DeliveryId>();
        for (var due = store.outbox().due(SKY.channel(), LATER, 5); !due.isEmpty(); ) {
            for (var delivery : due) {
                store.outbox()
                        .advance(List.of(delivery.sending(frozen(Optional.empty()), delivery.claim(owner, LATER))))
                        .ifPresent(one -> claimed.add(one.getFirst().id()));
            }
            due = store.outbox().due(SKY.channel(), LATER, 5);
        }
        return claimed;
    }

    private static List<DeliveryId> followUps(Store store) {
        var incident = opened(id(1), NOW);
        for (int number = 0; number < 30; number++) {
            incident = still(incident);
            record(store, incident, SKY, SQUARE);
        }
        return List.of();
    }

    /** Until all that will ever come was sent. */
    private static List<DeliveryId> sends(Store store, ChannelId channel) {
        var sent = new ArrayList<DeliveryId>();
        var patience = Instant.now().plusSeconds(60);
        while (sent.size() < 31 && Instant.now().isBefore(patience)) {
            for (var delivery : store.outbox().due(channel, LATER, 5)) {
                sent.add(Samples.sent(store, delivery).id());
            }
        }
        return sent;
    }

    /** One of several that work at once. */
    @FunctionalInterface
    interface Worker<T> {
        List<T> as(int number) throws Exception;
    }
}
