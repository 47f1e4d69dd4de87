package dev.backonline.bot.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.store.share.Word;
import dev.backonline.store.share.Word.Aged;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LecternTest {
    private static final Word BEAT = new Word.Passed("heartbeat/photos", "{}");
    private static final Word ALERT = new Word.Passed("heartbeat/photos", "{\"body\":\"late\"}");

    private long now;
    private final Lectern lectern = new Lectern(() -> now);

    @Test
    void a_word_stays_until_it_is_written_and_grows_older() {
        lectern.say(BEAT, Duration.ofSeconds(1));
        now = Duration.ofSeconds(2).toNanos();

        var first = lectern.unsaid();

        assertThat(first).extracting(Aged::age).containsExactly(Duration.ofSeconds(3));
        assertThat(lectern.unsaid()).isEqualTo(first);
        lectern.said(first);
        assertThat(lectern.unsaid()).isEmpty();
    }

    @Test
    void what_is_said_while_others_are_written_comes_next() {
        lectern.say(BEAT);
        var first = lectern.unsaid();
        lectern.say(ALERT);

        lectern.said(first);

        assertThat(lectern.unsaid()).extracting(Aged::word).containsExactly(ALERT);
    }

    @Test
    void a_beat_after_a_beat_and_news_after_news_are_said_once() {
        lectern.say(BEAT);
        lectern.say(BEAT);
        lectern.say(new Word.News());
        lectern.say(new Word.News());
        lectern.say(ALERT);
        lectern.say(BEAT);

        assertThat(lectern.unsaid()).extracting(Aged::word).containsExactly(BEAT, new Word.News(), ALERT, BEAT);
    }

    @Test
    void numbers_rise_through_several_lives_in_one_process() {
        lectern.say(BEAT);
        var before = lectern.unsaid().getLast().number();
        now += Duration.ofSeconds(1).toNanos();

        var next = new Lectern(() -> now);
        next.say(BEAT);

        assertThat(next.unsaid().getFirst().number()).isGreaterThan(before);
    }
}
