package dev.backonline.bot.pace;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.check.CheckId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the pacer adds to its {@link Timetable}: a thread that looks at it, and threads that ask. */
class PacerTest {
    private static final CheckId CHAT = new CheckId("chat/1-http");
    private static final CheckId PHOTOS = new CheckId("photos/1-http");

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - ofSeconds(3).toNanos());
    private final Notes notes = new Notes();
    private final Pacer pacer = new Pacer(time::get, Pacer.GRAIN, notes);

    @AfterEach
    void close() {
        pacer.close();
    }

    @Test
    void a_check_is_asked_when_its_time_has_come_even_over_the_clocks_end() {
        var asked = new AtomicInteger();
        pacer.start(CHAT, ofSeconds(1), asked::incrementAndGet);
        await().until(() -> asked.get() == 1);

        for (var second = 0; second < 10; second++) {
            var before = asked.get();
            time.addAndGet(ofSeconds(1).toNanos());
            await().until(() -> asked.get() > before);
        }

        assertThat(notes.late.get(CHAT))
                .hasSizeBetween(11, 12)
                .allSatisfy(late -> assertThat(late).isBetween(Duration.ZERO, ofSeconds(1)));
        assertThat(notes.skipped).isEmpty();
    }

    @Test
    void a_check_that_hangs_delays_no_other_and_its_slots_are_counted() {
        var asked = new AtomicInteger();
        pacer.start(CHAT, ofSeconds(1), () -> hang(new CountDownLatch(1)));
        pacer.start(PHOTOS, ofSeconds(1), asked::incrementAndGet);
        await().until(() -> notes.late.containsKey(CHAT));

        timePassesUntil(() -> asked.get() > 5);

        assertThat(notes.late.get(CHAT)).hasSize(1);
        assertThat(notes.skipped.get(CHAT)).isGreaterThan(2);
    }

    @Test
    void a_question_that_fails_is_asked_again() {
        var asked = new AtomicInteger();
        pacer.start(CHAT, ofSeconds(1), () -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("a bug");
            }
        });
        await().until(() -> asked.get() == 1);

        timePassesUntil(() -> asked.get() > 1);

        assertThat(asked.get()).isGreaterThan(1);
    }

    @Test
    void what_is_stopped_is_asked_no_more() {
        var stopped = new AtomicInteger();
        var other = new AtomicInteger();
        pacer.start(CHAT, ofSeconds(1), stopped::incrementAndGet);
        pacer.start(PHOTOS, ofSeconds(1), other::incrementAndGet);
        await().until(() -> stopped.get() > 0);

        pacer.stop(CHAT);
        var before = stopped.get();
        timePassesUntil(() -> other.get() > 5);

        assertThat(stopped.get()).isEqualTo(before);
    }

    @Test
    void it_gives_signs_of_life_with_nothing_to_do() {
        time.addAndGet(ofSeconds(30).toNanos());

        await().until(() -> pacer.silence().isZero());

        time.addAndGet(ofSeconds(1).toNanos());
        assertThat(pacer.silence()).isBetween(Duration.ZERO, ofSeconds(1));
    }

    @Test
    void closing_interrupts_what_is_being_asked_and_waits_for_it() {
        var ended = new CountDownLatch(1);
        pacer.start(CHAT, ofSeconds(1), () -> hang(ended));
        await().until(() -> notes.late.containsKey(CHAT));

        pacer.close();

        assertThat(ended.getCount()).isZero();
    }

    private void timePassesUntil(BooleanSupplier enough) {
        await().pollInterval(ofMillis(5)).until(() -> {
            time.addAndGet(ofMillis(100).toNanos());
            return enough.getAsBoolean();
        });
    }

    private static void hang(CountDownLatch ended) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            ended.countDown();
        }
    }

    /** What the pacer told. */
    private static final class Notes implements Pacer.Listener {
        private final Map<CheckId, List<Duration>> late = new ConcurrentHashMap<>();
        private final Map<CheckId, Long> skipped = new ConcurrentHashMap<>();

        @Override
        public void began(CheckId check, long lateNanos) {
            late.computeIfAbsent(check, _ -> new CopyOnWriteArrayList<>()).add(Duration.ofNanos(lateNanos));
        }

        @Override
        public void skipped(CheckId check, long slots) {
            skipped.merge(check, slots, Long::sum);
        }
    }
}
