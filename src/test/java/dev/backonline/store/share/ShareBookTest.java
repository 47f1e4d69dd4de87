package dev.backonline.store.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation.Location;
import dev.backonline.store.Store;
import dev.backonline.store.TestDatabase;
import dev.backonline.store.share.Roster.Peer;
import dev.backonline.store.share.Roster.Tenure;
import dev.backonline.store.share.Word.Aged;
import dev.backonline.store.share.Word.Read;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ShareBookTest {
    private static final Location MILAN = new Location("milan");
    /** Longer than a busy machine takes for a statement. */
    private static final Duration LEASE = Duration.ofSeconds(2);

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String SHARE = "milan/7";
    private static final Answer DOWN = new Answer.Down(Answer.Layer.TRANSPORT, "connection \u0000 refused");

    private final TestDatabase database = TestDatabase.postgresql();
    private final Store.Shared shared = database.store().shared().orElseThrow();

    @AfterEach
    void close() {
        database.close();
    }

    private ShareBook book(String owner, Duration lease) {
        return shared.shares(owner, lease);
    }

    private static Tenure tenure(Roster roster, String name) {
        return roster.tenures().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Word said(Answer answer, boolean steady) {
        return new Word.Answered(SHARE, MILAN, new CheckId("chat/1-tcp"), answer, Duration.ofMillis(12), steady);
    }

    @Test
    void of_many_that_want_a_share_at_once_one_gets_it() throws InterruptedException {
        var winners = ConcurrentHashMap.<String>newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(one -> threads.execute(() -> {
                        if (!book("owner" + one, LONG).claim(List.of(SHARE)).isEmpty()) {
                            winners.add("owner" + one);
                        }
                    }));
        }

        assertThat(winners).hasSize(1);
    }

    @Test
    void what_is_renewed_is_kept_and_what_is_not_may_be_taken() {
        var one = book("one", LEASE);
        var other = book("other", LEASE);
        one.claim(List.of(SHARE));

        assertThat(other.claim(List.of(SHARE))).isEmpty();
        assertThat(tenure(one.round(MILAN, true, Duration.ZERO), SHARE).owner()).isEqualTo("one");
        await().atMost(LONG).until(() -> !other.claim(List.of(SHARE)).isEmpty());

        var after = one.round(MILAN, true, Duration.ZERO);
        assertThat(tenure(after, SHARE).owner()).isEqualTo("other");
    }

    @Test
    void what_is_given_up_is_free_at_once_and_whoever_leaves_is_gone() {
        var one = book("one", LONG);
        var other = book("other", LONG);
        one.round(MILAN, false, Duration.ZERO);
        one.claim(List.of(SHARE, ShareBook.JUDGE));
        assertThat(other.round(MILAN, true, Duration.ZERO).peers())
                .containsExactlyInAnyOrder(new Peer("one", MILAN, false), new Peer("other", MILAN, true));

        one.release(List.of(SHARE));
        assertThat(tenure(other.round(MILAN, true, Duration.ZERO), SHARE).isFree())
                .isTrue();
        one.leave();

        assertThat(other.round(MILAN, true, Duration.ZERO).peers()).containsExactly(new Peer("other", MILAN, true));
        assertThat(other.claim(List.of(SHARE, ShareBook.JUDGE))).hasSize(2);
    }

    @Test
    void a_sign_of_life_is_as_old_as_what_was_written_before_it() {
        var one = book("one", LONG);
        one.claim(List.of(SHARE));

        one.round(MILAN, true, Duration.ofSeconds(5));

        var seen = tenure(book("other", LONG).round(MILAN, true, Duration.ZERO), SHARE);
        assertThat(seen.marked()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30));
        assertThat(seen.left()).isBetween(Duration.ofSeconds(30), LONG);
    }

    @Test
    void words_are_read_as_they_were_said() {
        book("one", LONG).claim(List.of(SHARE));
        var passed = new Word.Passed("heartbeat/photos", "{\"body\":\"\"}");

        shared.words("one")
                .write(List.of(
                        new Aged(1, said(new Answer.Up(), false), Duration.ofSeconds(9)),
                        new Aged(2, said(DOWN, true), Duration.ofSeconds(3)),
                        new Aged(3, passed, Duration.ZERO),
                        new Aged(4, new Word.News(), Duration.ZERO)));

        var read = shared.words("other").after(0);
        var down = new Word.Answered(
                "",
                MILAN,
                new CheckId("chat/1-tcp"),
                new Answer.Down(Answer.Layer.TRANSPORT, "connection \uFFFD refused"),
                Duration.ofMillis(12),
                true);
        assertThat(read).extracting(Read::writer).containsOnly("one");
        assertThat(read).extracting(Read::word).element(1).isEqualTo(down);
        assertThat(read).extracting(Read::word).endsWith(passed, new Word.News());
        assertThat(read.get(1).age()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(30));
        assertThat(shared.words("other").after(read.getLast().id())).isEmpty();
    }

    /** Old and new processes work on one database. */
    @Test
    void what_a_later_version_says_is_no_more_than_nothing_to_this_one() throws SQLException {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO shared_word (writer, number, topic, location, subject, kind, text, took, steady, at)
                    VALUES ('later', 1, 'said', 'milan', 'chat/1-tcp', 'sleepy', '', 0, 0, 0),
                        ('later', 2, 'sung', '', '', '', '', 0, 0, 0)""");
        }

        var read = shared.words("one").after(0);

        assertThat(read.getFirst().word())
                .isInstanceOfSatisfying(
                        Word.Answered.class, said -> assertThat(said.answer()).isInstanceOf(Answer.Inconclusive.class));
        assertThat(read.getLast().word()).isEqualTo(new Word.News());
    }

    @Test
    void those_whose_own_side_works_come_before_others_and_nobody_is_left_out_if_nobodys_does() {
        var well = new Peer("well", MILAN, true);
        var ill = new Peer("ill", MILAN, false);
        var far = new Peer("far", new Location("rome"), true);

        assertThat(new Roster(List.of(well, ill, far), List.of())
                        .able(peer -> peer.location().equals(MILAN)))
                .containsExactly("well");
        assertThat(new Roster(List.of(ill, far), List.of())
                        .able(peer -> peer.location().equals(MILAN)))
                .containsExactly("ill");
    }

    @Test
    void what_is_written_again_is_there_once() {
        var words = List.of(new Aged(1, new Word.News(), Duration.ZERO));

        shared.words("one").write(words);
        shared.words("one").write(words);

        assertThat(shared.words("other").after(0)).hasSize(1);
    }

    @Test
    void who_lost_a_share_says_nothing_of_it_any_more() {
        book("one", LONG).claim(List.of(SHARE));
        book("one", LONG).release(List.of(SHARE));
        book("other", LONG).claim(List.of(SHARE));

        shared.words("one").write(List.of(new Aged(1, said(DOWN, false), Duration.ZERO)));
        shared.words("other").write(List.of(new Aged(1, said(new Answer.Up(), false), Duration.ZERO)));

        assertThat(shared.words("third").after(0)).extracting(Read::writer).containsExactly("other");
    }

    @Test
    void old_words_are_forgotten_but_for_the_last_of_each_check() {
        book("one", LONG).claim(List.of(SHARE));
        shared.words("one")
                .write(List.of(
                        new Aged(1, said(new Answer.Up(), false), Duration.ofHours(2)),
                        new Aged(2, said(DOWN, true), Duration.ofHours(1)),
                        new Aged(3, new Word.News(), Duration.ofHours(1))));

        shared.words("one").forget(Duration.ofMinutes(15));

        assertThat(shared.words("other").after(0))
                .extracting(Read::word)
                .singleElement()
                .isInstanceOf(Word.Answered.class);
    }

    /** Whoever writes in several threads gets ids, and commits, in one order: a reader that goes by ids misses nothing. */
    @Test
    void a_reader_misses_no_word_while_many_are_said_at_once() throws Exception {
        var writers = 6;
        var each = 40;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = IntStream.range(0, writers)
                    .mapToObj(writer -> threads.submit(() -> IntStream.range(0, each)
                            .forEach(number -> shared.words("writer" + writer)
                                    .write(List.of(new Aged(number, new Word.News(), Duration.ZERO))))))
                    .toList();
            Callable<Integer> reading = () -> {
                var last = 0L;
                var count = 0;
                while (count < writers * each) {
                    var read = shared.words("reader").after(last);
                    count += read.size();
                    last = read.isEmpty() ? last : read.getLast().id();
                }
                return count;
            };
            assertThat(threads.submit(reading).get()).isEqualTo(writers * each);
            for (var one : done) {
                one.get();
            }
        }
    }

    @Test
    void a_file_of_one_process_has_nothing_to_share(@TempDir Path directory) {
        try (var alone = TestDatabase.embedded(directory)) {
            assertThat(alone.store().shared()).isEmpty();
        }
    }
}
