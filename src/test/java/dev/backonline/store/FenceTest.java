package dev.backonline.store;

import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.SQUARE;
import static dev.backonline.store.Samples.delivery;
import static dev.backonline.store.Samples.id;
import static dev.backonline.store.Samples.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Restraint.Mute;
import dev.backonline.store.share.ShareBook;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is decided counts only as long as whoever decided it may. */
@Timeout(60)
class FenceTest {
    /** Longer than a busy machine takes for what is done within it, and shorter than what whoever stands still is given. */
    private static final Duration LEASE = Duration.ofSeconds(2);

    private final TestDatabase database = TestDatabase.postgresql();
    private final Store store = database.store();

    @AfterEach
    void close() {
        database.close();
    }

    private ShareBook book(String owner) {
        return store.shared().orElseThrow().shares(owner, LEASE);
    }

    private boolean isOpened(Store by, int number) {
        var incident = opened(id(number), NOW);
        return by.ledger().record(new Change(incident), List.of(delivery(incident, SQUARE)));
    }

    @Test
    void who_does_not_judge_opens_nothing_and_keeps_nothing() {
        assertThat(isOpened(store.judging("one"), 1)).isFalse();
        assertThat(store.judging("one").restraints().keep(new Decision.Muted(new Mute("anna", NOW, "made up"))))
                .isFalse();

        assertThat(store.incidents().find(id(1))).isEmpty();
        assertThat(store.outbox().of(id(1))).isEmpty();
        assertThat(store.restraints().restraint().mute()).isEmpty();
    }

    @Test
    void a_judge_that_was_replaced_while_it_stood_still_decides_no_more() {
        book("one").claim(List.of(ShareBook.JUDGE));
        assertThat(isOpened(store.judging("one"), 1)).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !book("other").claim(List.of(ShareBook.JUDGE)).isEmpty());

        assertThat(isOpened(store.judging("one"), 2)).isFalse();
        assertThat(isOpened(store.judging("other"), 2)).isTrue();
    }

    @Test
    void what_people_decide_and_what_an_earlier_version_decides_is_written_whoever_judges() {
        book("other").claim(List.of(ShareBook.JUDGE));

        assertThat(isOpened(store, 1)).isTrue();
    }

    @Test
    void alone_on_a_file_one_decides_without_a_lease(@TempDir Path directory) {
        try (var alone = TestDatabase.embedded(directory)) {
            assertThat(isOpened(alone.store().judging("one"), 1)).isTrue();
        }
    }

    @Test
    void who_stands_still_while_it_decides_is_overtaken_within_seconds() {
        book("one").claim(List.of(ShareBook.JUDGE));
        var deciding = new Database(database.source()::getConnection, Dialect.POSTGRESQL);
        var overtaken = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !book("other").claim(List.of(ShareBook.JUDGE)).isEmpty());
            overtaken.countDown();
        });

        assertThatThrownBy(() -> deciding.transaction(session -> {
                    assertThat(ShareBook.isJudge(session, "one")).isTrue();
                    await().atMost(Duration.ofSeconds(20)).until(() -> overtaken.getCount() == 0);
                    return session.rows("SELECT 1", _ -> true);
                }))
                .isInstanceOf(SQLException.class);
    }
}
