package dev.backonline.operator.command;

import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Outbox;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Lets a person decide on deliveries that nobody else can decide on. Blocks on the database; throws
 * {@link dev.backonline.outbox.StoreUnavailable}.
 */
public final class DeliveryDesk {
    /** Ours: more than anybody reads. */
    private static final int MOST = 1_000;

    private final Outbox outbox;
    private final InstantSource clock;

    public DeliveryDesk(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What became of a command. */
    public sealed interface Ruling {
        /** Done; as it is now. */
        record Done(Delivery delivery) implements Ruling {}

        /** Not done, and why. */
        record Refused(String why) implements Ruling {}

        /** There is no such delivery. */
        record Missing() implements Ruling {}
    }

    /** All that are not at their end, the oldest first. */
    public List<Delivery> open() {
        return outbox.open(MOST);
    }

    /** Sent again as it was, unless it has become stale meanwhile. */
    public Ruling release(DeliveryId id) {
        return decide(id, held -> held.repeat(clock.instant(), "released by an operator"));
    }

    /** Never sent again. */
    public Ruling drop(DeliveryId id) {
        return decide(id, held -> held.abandoned("dropped by an operator"));
    }

    private Ruling decide(DeliveryId id, UnaryOperator<Delivery> step) {
        return outbox.find(id).map(delivery -> decide(delivery, step)).orElseGet(Ruling.Missing::new);
    }

    private Ruling decide(Delivery delivery, UnaryOperator<Delivery> step) {
        if (delivery.state() != DeliveryState.HELD) {
            var state = delivery.state().name().toLowerCase(Locale.ROOT);
            return new Ruling.Refused(
                    "delivery %s is %s; only a held one waits for a person".formatted(delivery.id(), state));
        }
        Optional<List<Delivery>> written = outbox.advance(List.of(step.apply(delivery)));
        return written.<Ruling>map(done -> new Ruling.Done(done.getFirst()))
                .orElseGet(() -> new Ruling.Refused(
                        "delivery %s was changed by somebody else just now; look again".formatted(delivery.id())));
    }
}
