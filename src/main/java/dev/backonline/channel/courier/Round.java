package dev.backonline.channel.courier;

import dev.backonline.channel.Clock;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Lease;
import dev.backonline.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What every way of working on a delivery shares: the clock, the lease, and the one way of writing a step down. */
public final class Round {
    /** DESIGN §5: a lease outlives the call's deadline and the settling time, so that a take-over finds a settled network. */
    private static final Duration SETTLE = Duration.ofSeconds(30);
    /** Ours: how much time may pass between the claim and the socket, such as a slow commit; then nothing is written. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final Line line;
    private final Outbox outbox;
    private final Means means;
    private final Gate gate;

    /** Whose leases they are, by which clocks, by which dice, and who hears of every step. */
    public record Means(String owner, Clock clock, RandomGenerator random, Journal journal) {}

    Round(Line line, Outbox outbox, Means means) {
        this.line = line;
        this.outbox = outbox;
        this.means = means;
        this.gate = new Gate(line.capabilities().pace(), means.clock().nanos());
    }

    Gate gate() {
        return gate;
    }

    Journal journal() {
        return means.journal();
    }

    Instant now() {
        return means.clock().now();
    }

    Aftermath aftermath() {
        return new Aftermath(line, Backoff.STANDARD, means.random());
    }

    /** Long enough for the whole call, and for whoever takes over to find a settled network. */
    Lease lease(Delivery delivery) {
        var length = line.capabilities().deadline().plus(settling()).plus(SLACK);
        return delivery.claim(means.owner(), now().plus(length));
    }

    private Duration settling() {
        var asked = line.settle(SETTLE);
        return asked.compareTo(SETTLE) > 0 ? asked : SETTLE;
    }

    /** Runs from the moment before the lease was asked for. */
    Stopwatch stopwatch() {
        return new Stopwatch(means.clock().nanos().getAsLong());
    }

    /** Whether too much of the lease has gone by, on the monotonic clock, for a call to end within it. */
    boolean isLate(Stopwatch since) {
        return means.clock().nanos().getAsLong() - since.startedNanos() > SLACK.toNanos();
    }

    /** When a lease was asked for, on the monotonic clock. */
    record Stopwatch(long startedNanos) {}

    /** Writes one step down; empty if another owner was there first. */
    Optional<Delivery> step(Delivery before, Delivery after) {
        return step(before, after, List.of());
    }

    /** The same together with what it changes of the others in its thread. */
    Optional<Delivery> step(Delivery before, Delivery after, List<Delivery> others) {
        var all = Stream.concat(Stream.of(after), others.stream()).toList();
        var written = outbox.advance(all).map(List::getFirst);
        written.ifPresentOrElse(
                delivery -> means.journal().stepped(before, delivery),
                () -> means.journal().refused(after));
        return written;
    }

    /** Our own fault: said loudly, and the delivery waits its turn again as if nothing had been tried. */
    void stumbled(Delivery delivery, RuntimeException bug) {
        means.journal().stumbled(delivery, bug);
        if (delivery.state() == DeliveryState.READY) {
            var later = now().plus(Backoff.STANDARD.after(delivery.attempts() + 1, means.random()));
            outbox.advance(
                    List.of(delivery.postponed(later, "a bug: " + bug.getClass().getSimpleName())));
        }
    }
}
