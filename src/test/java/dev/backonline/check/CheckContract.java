package dev.backonline.check;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of check promises, whatever it asks; tried with a check that waits for an answer. */
public abstract class CheckContract {
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final Duration LATE_AT_MOST = Duration.ofMillis(50);

    /** A check of this server that is not content before it has an answer. */
    protected abstract Check asking(Endpoint server, Duration timeout);

    /** How a good answer begins, which then goes on for ever. */
    protected abstract byte[] opening();

    /** What it means when no answer comes; whoever asks about the service elsewhere has then learned nothing. */
    protected Answer unanswered(String reason) {
        return new Answer.Down(Answer.Layer.TRANSPORT, reason);
    }

    /** What is said of a server that has not said a word in 300 ms. */
    protected String silence() {
        return "no answer within 300ms";
    }

    /** The first question of all loads classes, which takes as long as many questions. */
    @BeforeEach
    void warmUp() {
        asking(Counterpart.nobody(), Duration.ofSeconds(5)).ask();
    }

    @Test
    void a_server_that_stays_silent_is_down_in_time() throws Exception {
        try (var server = Counterpart.silent()) {
            var timed = bestOfThree(() -> timed(asking(server.endpoint(), TIMEOUT)));

            assertThat(timed.answer()).isEqualTo(unanswered(silence()));
            assertThat(timed.took()).isBetween(TIMEOUT, TIMEOUT.plus(LATE_AT_MOST));
        }
    }

    @Test
    void a_server_that_drips_does_not_stretch_the_time() throws Exception {
        try (var server = Counterpart.dripping(opening())) {
            var timed = bestOfThree(() -> timed(asking(server.endpoint(), TIMEOUT)));

            assertThat(timed.answer()).isInstanceOf(unanswered("").getClass());
            assertThat(timed.took()).isLessThan(TIMEOUT.plus(LATE_AT_MOST));
        }
    }

    @Test
    void an_answer_without_end_is_left_in_time() throws Exception {
        try (var server = Counterpart.endless(opening())) {
            var timed = bestOfThree(() -> timed(asking(server.endpoint(), TIMEOUT)));

            assertThat(timed.took()).isLessThan(TIMEOUT.plus(LATE_AT_MOST));
            await().until(() -> server.open() == 0);
        }
    }

    @Test
    void a_refused_connection_is_down_before_any_answer() {
        var answer = asking(Counterpart.nobody(), TIMEOUT).ask();

        assertThat(answer).isEqualTo(unanswered("connection refused"));
    }

    @Test
    void a_server_that_hangs_up_is_down() throws Exception {
        try (var server = Counterpart.that(Socket::close)) {
            var answer = asking(server.endpoint(), TIMEOUT).ask();

            assertThat(answer).isInstanceOf(unanswered("").getClass());
        }
    }

    @ParameterizedTest
    @MethodSource("noises")
    void noise_is_no_good_answer_and_no_exception(byte[] noise) throws Exception {
        try (var server = Counterpart.saying(noise)) {
            var answer = asking(server.endpoint(), TIMEOUT).ask();

            assertThat(answer).isInstanceOfAny(Answer.Down.class, Answer.Inconclusive.class);
            assertThat(answer.toString()).doesNotContain("failed here").doesNotContain("\n");
        }
    }

    static Stream<byte[]> noises() {
        var random = new byte[10_000];
        new Random(7).nextBytes(random);
        var ones = new byte[1_000];
        Arrays.fill(ones, (byte) 0xFF);
        return Stream.of(new byte[1_000], ones, random, "\r\n".repeat(1_000).getBytes(US_ASCII));
    }

    @Test
    void an_answer_that_breaks_off_is_no_good_answer() throws Exception {
        try (var server = Counterpart.saying(opening())) {
            var answer = asking(server.endpoint(), TIMEOUT).ask();

            assertThat(answer).isInstanceOf(unanswered("").getClass());
        }
    }

    @Test
    void what_was_opened_is_closed() throws Exception {
        try (var server = Counterpart.silent()) {
            IntStream.range(0, 3)
                    .forEach(_ -> asking(server.endpoint(), TIMEOUT).ask());

            await().until(() -> server.open() == 0);
        }
    }

    @Test
    void an_interrupt_ends_the_question_at_once() throws Exception {
        try (var server = Counterpart.silent()) {
            var question = new FutureTask<>(asking(server.endpoint(), Duration.ofMinutes(1))::ask);
            var thread = Thread.ofVirtual().start(question);
            await().until(() -> server.open() == 1);

            thread.interrupt();

            assertThat(question.get()).isInstanceOf(Answer.Inconclusive.class);
            await().until(() -> server.open() == 0);
        }
    }

    /** The machine may be busy with something else: what the check can do shows in its best time. */
    private static Timed bestOfThree(Supplier<Timed> attempt) {
        return IntStream.range(0, 3)
                .mapToObj(_ -> attempt.get())
                .min((left, right) -> left.took().compareTo(right.took()))
                .orElseThrow();
    }

    private static Timed timed(Check check) {
        var began = System.nanoTime();
        var answer = check.ask();
        return new Timed(answer, Duration.ofNanos(System.nanoTime() - began));
    }

    /** An answer and the time that it took. */
    private record Timed(Answer answer, Duration took) {}
}
