package dev.backonline.operator.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.operator.command.DeliveryDesk.Ruling;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.store.Mailbag;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeliveryDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    private final Mailbag bag = new Mailbag();
    private final DeliveryDesk desk = new DeliveryDesk(bag.outbox(), () -> NOW);

    @Test
    void a_released_one_is_ready_as_it_was_frozen() {
        var held = bag.told("square").held("square");

        var ruling = desk.release(held.id());

        assertThat(ruling).isInstanceOfSatisfying(Ruling.Done.class, done -> {
            assertThat(done.delivery().state()).isEqualTo(DeliveryState.READY);
            assertThat(done.delivery().frozen()).isEqualTo(held.frozen());
            assertThat(done.delivery().notBefore()).isEqualTo(NOW);
        });
    }

    @Test
    void a_dropped_one_is_never_sent() {
        var held = bag.told("square").held("square");

        desk.drop(held.id());

        assertThat(desk.open()).isEmpty();
        assertThat(bag.of("square")).extracting(Delivery::state).containsExactly(DeliveryState.ABANDONED);
    }

    @Test
    void only_a_held_one_waits_for_a_person() {
        bag.told("square");
        var ready = bag.of("square").getFirst();

        var ruling = desk.drop(ready.id());

        assertThat(ruling)
                .isEqualTo(new Ruling.Refused(
                        "delivery %s is ready; only a held one waits for a person".formatted(ready.id())));
        assertThat(bag.of("square")).containsExactly(ready);
    }

    @Test
    void one_that_does_not_exist_is_missing() {
        assertThat(desk.release(new DeliveryId(4711))).isEqualTo(new Ruling.Missing());
    }
}
