package dev.backonline.bot.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How a job is repeated. */
class ShiftTest {
    private static final Duration WHILE = Duration.ofMillis(300);
    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void what_is_rung_goes_on_at_once() {
        try (var shift = new Shift("test", this::anHourOfWork, clock::get).open()) {
            await().until(() -> rounds.get() == 1);
            shift.ring();

            await().until(() -> rounds.get() == 2);
        }
    }

    @Test
    void one_that_rests_does_not_for_as_long_as_it_worked_however_often_it_is_rung() {
        try (var shift =
                new Shift("test", this::anHourOfWork, clock::get).resting().open()) {
            await().until(() -> rounds.get() == 1);

            await().during(WHILE).until(() -> {
                shift.ring();
                return rounds.get() == 1;
            });
        }
    }

    @Test
    void one_that_rests_ends_when_it_is_closed() throws Exception {
        var thread = new CompletableFuture<Thread>();
        var shift = new Shift(
                        "test",
                        () -> {
                            thread.complete(Thread.currentThread());
                            return anHourOfWork();
                        },
                        clock::get)
                .resting()
                .open();

        var working = thread.get(5, TimeUnit.SECONDS);

        shift.close();

        assertThat(working.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void whoever_ends_it_waits_for_the_round_that_is_under_way_and_not_for_ever() {
        var begun = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var shift = new Shift(
                        "test",
                        () -> {
                            begun.countDown();
                            awaited(done);
                            return anHourOfWork();
                        },
                        clock::get)
                .open();
        awaited(begun);

        assertThat(shift.end(Duration.ofMillis(50))).isFalse();
        done.countDown();
        assertThat(shift.end(Duration.ofSeconds(10))).isTrue();
        assertThat(rounds.get()).isEqualTo(1);
    }

    @Test
    void whatever_goes_wrong_it_goes_on() {
        try (var _ = new Shift("test", this::stumble, clock::get).open()) {
            await().until(() -> rounds.get() == 3);
        }
    }

    private Duration stumble() {
        return switch (rounds.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("made up");
            case 2 -> throw new StackOverflowError("made up");
            default -> Duration.ofHours(1);
        };
    }

    @Test
    void one_that_was_never_opened_has_ended() {
        assertThat(new Shift("test", this::anHourOfWork, clock::get).end(Duration.ZERO))
                .isTrue();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_computes_for_long_has_a_thread_of_its_own_that_keeps_no_process_alive() throws Exception {
        var thread = new CompletableFuture<Thread>();
        try (var _ = new Shift(
                        "test",
                        () -> {
                            thread.complete(Thread.currentThread());
                            return anHourOfWork();
                        },
                        clock::get)
                .openApart()) {
            assertThat(thread.get(5, TimeUnit.SECONDS).isVirtual()).isFalse();
            assertThat(thread.get().isDaemon()).isTrue();
        }
    }

    private Duration anHourOfWork() {
        clock.addAndGet(Duration.ofHours(1).toNanos());
        rounds.incrementAndGet();
        return Duration.ofHours(1);
    }
}
