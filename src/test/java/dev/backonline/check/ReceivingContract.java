package dev.backonline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Receiving.Heard;
import dev.backonline.check.Receiving.Inbox;
import dev.backonline.check.Receiving.News;
import dev.backonline.check.Receiving.Nonsense;
import dev.backonline.check.Receiving.Opening;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every kind of check promises that is told, whatever it is told. */
public abstract class ReceivingContract<S extends Record, N> {
    private static final String PLANTED = "planted-word-4711";
    private static final Duration EVERY = Duration.ofMinutes(1);

    protected abstract Receiving<S, N> kind();

    /** Settings with the token {@code made-up-token}. */
    protected abstract S settings();

    /** A message that says that the service fails. */
    protected abstract Notice failing();

    /** A message that says that it is well again. */
    protected abstract Notice well();

    /** After so long without a word the last one no longer counts. */
    protected abstract Duration patience();

    private String address() {
        return kind().address(settings());
    }

    private Inbox<N> empty(boolean amidTrouble) {
        return kind().inbox(settings(), new Opening(Duration.ZERO, EVERY, amidTrouble));
    }

    private N news(Notice notice) {
        return switch (kind().read(address(), notice)) {
            case News<N>(var news) -> news;
            case Nonsense<N>(var fault, var why) -> throw new AssertionError(fault + ": " + why);
        };
    }

    @Test
    void a_message_of_failure_is_down_at_once() {
        var inbox = empty(false).with(news(failing()), Duration.ofSeconds(1));

        assertThat(inbox.answer()).isInstanceOf(Answer.Down.class);
    }

    @Test
    void a_message_that_all_is_well_ends_it_at_once() {
        var inbox = empty(false).with(news(failing()), Duration.ofSeconds(1));

        var mended = inbox.with(news(well()), Duration.ofSeconds(2));

        assertThat(mended.answer()).isEqualTo(new Answer.Up());
    }

    @Test
    void a_message_that_comes_twice_is_as_one() {
        var once = empty(false).with(news(failing()), Duration.ofSeconds(1));

        var twice = once.with(news(failing()), Duration.ofSeconds(1));

        assertThat(twice.answer()).isEqualTo(once.answer());
        assertThat(twice.with(news(well()), Duration.ofSeconds(2)).answer()).isEqualTo(new Answer.Up());
    }

    @Test
    void what_was_told_stands_while_it_may() {
        var inbox = empty(false).with(news(failing()), Duration.ofSeconds(1));

        var later = inbox.at(patience());

        assertThat(later.answer()).isEqualTo(inbox.answer());
    }

    @Test
    void who_takes_over_amid_trouble_ends_nothing_before_there_was_time_to_hear() {
        var inbox = empty(true);

        assertThat(inbox.answer()).isInstanceOf(Answer.Inconclusive.class);
        assertThat(inbox.at(patience().minusMillis(1)).answer()).isInstanceOf(Answer.Inconclusive.class);
    }

    @Test
    void whatever_is_sent_is_understood_or_refused_in_our_own_words() {
        var random = new Random(42);
        var bodies = IntStream.range(0, 300).mapToObj(_ -> spoilt(failing().body(), random));

        bodies.flatMap(body -> List.of(body, PLANTED + body, body + PLANTED).stream())
                .forEach(body -> {
                    for (var type :
                            List.of("application/json", "application/cloudevents+json", "text/plain", PLANTED, "")) {
                        var headers = Map.of("content-type", type, "ce-specversion", PLANTED, "x-planted", PLANTED);
                        assertUnderstoodOrRefused(new Notice("POST", "", headers, body));
                    }
                });
        assertUnderstoodOrRefused(new Notice("POST", "/" + PLANTED, Map.of(), ""));
        assertUnderstoodOrRefused(new Notice("POST", "/" + "9".repeat(100), Map.of(), ""));
        assertUnderstoodOrRefused(
                new Notice("POST", "", Map.of("content-type", "application/json"), "[".repeat(100_000)));
    }

    private void assertUnderstoodOrRefused(Notice notice) {
        Heard<N> heard = kind().read(address(), notice);

        switch (heard) {
            case News<N>(var news) ->
                assertThat(empty(false).with(news, Duration.ofSeconds(1)).answer())
                        .isNotNull();
            case Nonsense<N>(var _, var why) -> assertThat(why).isNotBlank().doesNotContain(PLANTED);
        }
    }

    private static String spoilt(String body, Random random) {
        var text = new StringBuilder(body.isEmpty() ? "{}" : body);
        for (var left = 1 + random.nextInt(4); left > 0; left--) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(0x3000));
                case 1 -> text.setLength(at + 1);
                default ->
                    text.insert(
                            at,
                            List.of("null", "{", "]", "\"", "1e999", "\\u0000").get(random.nextInt(6)));
            }
        }
        return text.toString();
    }

    @Test
    void there_is_nothing_to_ask() {
        var check = kind().create(settings(), Duration.ofSeconds(1), _ -> {
            throw new AssertionError("asked");
        });

        assertThat(check.ask()).isInstanceOf(Answer.Inconclusive.class);
    }

    @Test
    void a_token_is_never_shown() {
        assertThat(settings().toString()).doesNotContain("made-up-token");
        assertThat(kind().token(settings()).value()).isEqualTo("made-up-token");
        assertThat(kind().mistakes(settings())).isEmpty();
    }

    @Test
    void the_address_is_one_that_the_endpoint_serves() {
        assertThat(address()).matches("(heartbeat|signals)/[a-z0-9-]+");
    }
}
