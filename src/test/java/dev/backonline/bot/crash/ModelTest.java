package dev.backonline.bot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.FakeNetwork.Entry;
import dev.backonline.incident.Incident;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Promise 1 in memory, by thousands of random histories: whatever happens, each thread reads as if nothing had. */
@Timeout(120)
class ModelTest {
    private static final int HISTORIES = Integer.getInteger("histories", 10_000);
    private static final long SEED = Long.getLong("seed", new Random().nextLong(1_000_000_000));
    private int crashes;
    private int posts;
    private int held;

    @Test
    void whatever_happens_each_thread_reads_as_if_nothing_had() {
        var composer = Crew.composer();
        var began = System.nanoTime();

        for (var seed = SEED; seed < SEED + HISTORIES; seed++) {
            check(seed, new ModelHistory(seed, composer).run());
        }

        System.out.printf(
                "%d histories from seed %d, %d ms: %d crashes, %d posts, %d held%n",
                HISTORIES, SEED, (System.nanoTime() - began) / 1_000_000, crashes, posts, held);
        assertThat(crashes).isGreaterThan(HISTORIES / 4);
    }

    private void check(long seed, ModelHistory history) {
        crashes += history.crashes();
        for (var incident : history.incidents()) {
            var thread = history.thread(incident);
            var created = history.created(incident);
            var what = "seed %d: %s%ncreated: %s%n".formatted(seed, history.story(), created);
            posts += created.size();
            ends(thread, what);
            isToldInOrder(thread, created, what);
            isNeverStale(history.repeat(), incident, thread, created, what);
            alternates(thread, what);
            if (history.repeat() instanceof Repeat.Blind(var policy)) {
                followsThePolicy(policy, thread, created, what);
            } else {
                isToldOnce(thread, created, what);
            }
        }
    }

    private void ends(List<Delivery> thread, String what) {
        assertThat(thread)
                .as("every delivery ends: " + what)
                .noneMatch(one -> one.state().blocksThread());
        held += (int)
                thread.stream().filter(one -> one.state() == DeliveryState.HELD).count();
    }

    private static void isToldInOrder(List<Delivery> thread, List<Entry> created, String what) {
        var order = created.stream().map(entry -> author(thread, entry).id().value());

        assertThat(order).as("in order: " + what).isSorted();
    }

    private static Delivery author(List<Delivery> thread, Entry entry) {
        return thread.stream()
                .filter(one -> one.frozen()
                        .map(Frozen::key)
                        .filter(entry.key()::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody knows of " + entry + " in " + thread));
    }

    /** A repeat on a network of class A only finds out what has become of the first attempt: that one may come late. */
    private static void isNeverStale(
            Repeat repeat, Incident incident, List<Delivery> thread, List<Entry> created, String what) {
        for (var entry : created) {
            var author = author(thread, entry);
            if (!(repeat instanceof Repeat.Same && author.attempts() > 1)) {
                assertThat(author.frozen().orElseThrow().saying().isLastWord())
                        .as("a last word when it is over, and only then: %s in %s", entry, what)
                        .isEqualTo(!isOpen(incident, entry.at()));
            }
        }
    }

    private static boolean isOpen(Incident incident, Instant time) {
        return incident.updates().stream()
                .filter(update -> !update.at().isAfter(time))
                .reduce((_, later) -> later)
                .filter(update -> update.status() != dev.backonline.incident.Status.RESOLVED)
                .isPresent();
    }

    /** As readers see it, if what is held was seen. */
    private static void alternates(List<Delivery> thread, String what) {
        var over = Optional.<Boolean>empty();
        for (var delivery : thread) {
            if (delivery.mayHaveBeenSeen()) {
                var saying = delivery.frozen().orElseThrow().saying();
                assertThat(mayFollow(over, saying))
                        .as("%s of %s: %s", saying, delivery, what)
                        .isTrue();
                over = Optional.of(saying.isLastWord());
            }
        }
        assertThat(over.orElse(true)).as("an opened thread is closed: " + what).isTrue();
    }

    private static boolean mayFollow(Optional<Boolean> over, Saying saying) {
        return switch (saying) {
            case PROBLEM, SUMMARY -> over.isEmpty();
            case AGAIN -> over.orElse(false);
            case INTERMITTENT, NOTE -> over.isPresent();
            case CORRECTION -> over.isPresent();
            case STILL, WORSE, BETTER, RECOVERING, RESOLVED -> !over.orElse(true);
            case SCHEDULED, STARTED, COMPLETED, CANCELLED, RAISED, CLEARED -> false;
        };
    }

    private static void isToldOnce(List<Delivery> thread, List<Entry> created, String what) {
        var sent = thread.stream()
                .filter(one -> one.state() == DeliveryState.SENT)
                .map(one -> one.posted().map(Posted::id).orElse("none"));

        assertThat(created.stream().map(Entry::id)).as("each once: " + what).containsExactlyElementsOf(sent.toList());
    }

    private static void followsThePolicy(OnUnknown policy, List<Delivery> thread, List<Entry> created, String what) {
        for (var delivery : thread) {
            var times = created.stream()
                    .filter(entry -> author(thread, entry).equals(delivery))
                    .count();
            var least = delivery.state() == DeliveryState.SENT ? 1 : 0;
            var most = policy == OnUnknown.HOLD ? 1 : delivery.attempts();
            assertThat(times).as("%s of %s", delivery, what).isBetween((long) least, (long) most);
        }
    }
}
