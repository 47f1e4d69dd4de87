package dev.backonline.bot.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.bot.share.Street.Resident;
import dev.backonline.store.Dialect;
import dev.backonline.store.Store;
import dev.backonline.store.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Operations on one PostgreSQL, in this process. */
@Timeout(240)
class ReplicasTest {
    private static final int HOUSES = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** Ten seconds are promised, and a machine that does other things may be late. */
    private static final Duration IN_TIME = Duration.ofSeconds(14);

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.postgresql();
    private final Street street = new Street(HOUSES);

    @AfterEach
    void close() {
        street.close();
        database.close();
    }

    private Resident movedIn(String name) {
        return street.moveIn(name, "milan", database.store(), "");
    }

    private static double held(Resident... residents) {
        return Stream.of(residents)
                .mapToDouble(one -> one.figure("backonline.shares"))
                .sum();
    }

    private void awaitShares(int each, Resident... residents) {
        await().atMost(PATIENCE)
                .until(() -> Stream.of(residents).allMatch(one -> one.figure("backonline.shares") == each));
    }

    private Set<String> askers() {
        return street.asked().values().stream()
                .flatMap(by -> by.keySet().stream())
                .collect(Collectors.toSet());
    }

    @Test
    void each_check_is_asked_by_one_of_two_and_by_the_other_when_one_goes() {
        try (var one = movedIn("one")) {
            awaitShares(Lot.COUNT, one);
            try (var other = movedIn("other")) {
                awaitShares(Lot.COUNT / 2, one, other);

                street.forget();
                await().atMost(PATIENCE)
                        .until(() -> street.asked().size() == HOUSES
                                && street.asked().values().stream().allMatch(by -> total(by) >= 3));

                assertThat(street.asked().values())
                        .allSatisfy(by -> assertThat(by).hasSize(1));
                assertThat(askers()).containsExactlyInAnyOrder("one", "other");
                await().atMost(PATIENCE)
                        .until(() -> one.figure("backonline.judging") + other.figure("backonline.judging") == 1);
            }
            awaitShares(Lot.COUNT, one);
            assertThat(held(one)).isEqualTo(Lot.COUNT);
        }
    }

    private static int total(Map<String, Integer> by) {
        return by.values().stream().mapToInt(it -> it).sum();
    }

    @Test
    void what_one_sees_the_other_tells_once() {
        try (var one = movedIn("one");
                var other = movedIn("other")) {
            awaitShares(Lot.COUNT / 2, one, other);
            street.forget();
            await().atMost(PATIENCE).until(() -> street.asked().size() == HOUSES);
            await().atMost(PATIENCE)
                    .until(() -> one.figure("backonline.judging") + other.figure("backonline.judging") == 1);
            var judge = one.figure("backonline.judging") == 1 ? "one" : "other";
            var seenByTheOther = street.asked().entrySet().stream()
                    .filter(house -> !house.getValue().containsKey(judge))
                    .findFirst()
                    .orElseThrow()
                    .getKey();

            street.breakDown(seenByTheOther);
            await().atMost(PATIENCE).until(() -> street.told().size() == 1);
            await().atMost(PATIENCE).until(() -> one.shown() == 1 && other.shown() == 1);
            street.mend(seenByTheOther);
            await().atMost(PATIENCE).until(() -> street.told().size() == 2);

            assertThat(street.told()).containsExactly("incident.problem", "incident.resolved");
        }
    }

    @Test
    void one_whose_file_changes_leaves_its_part_to_the_other_meanwhile_and_nothing_is_told_twice() {
        try (var one = movedIn("one");
                var other = movedIn("other")) {
            awaitShares(Lot.COUNT / 2, one, other);
            var house = askedBy("one");
            street.breakDown(house);
            awaitTold(1);

            try (var again = street.goOn(one, "workaround: { en: Windows are open. }")) {
                awaitShares(Lot.COUNT / 2, again, other);
                await().atMost(PATIENCE).until(() -> again.shown() == 1);
                street.mend(house);
                awaitTold(2);
                calm(Duration.ofSeconds(2));
            }
        }
        assertThat(street.told()).containsExactly("incident.problem", "incident.resolved");
    }

    private String askedBy(String asker) {
        street.forget();
        await().atMost(PATIENCE).until(() -> street.asked().size() == HOUSES);
        return street.asked().entrySet().stream()
                .filter(house -> house.getValue().containsKey(asker))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private void awaitTold(int count) {
        await().atMost(PATIENCE).until(() -> street.told().size() >= count);
    }

    private void calm(Duration time) {
        var before = street.told();
        await().during(time).atMost(PATIENCE).until(() -> street.told().equals(before));
    }

    @Test
    void a_judge_that_stood_still_decides_nothing_when_it_wakes_and_one_that_is_killed_is_replaced() throws Exception {
        try (var stopped = Tenant.started("stopped", database.url(), street.text("stopped", ""), folder)) {
            await().atMost(PATIENCE).until(() -> street.asked().size() == HOUSES);
            try (var other = movedIn("other")) {
                awaitShares(Lot.COUNT / 2, other);
                assertThat(other.figure("backonline.judging")).isZero();
                var house = askedBy("stopped");

                comesAndGoesWhileItStandsStill(stopped, house);
                awaitShares(Lot.COUNT / 2, other);
                stopped.kill();
                isReplacedInTime(other);
                street.mend(house);
                awaitTold(4);
                calm(Duration.ofSeconds(2));
            }
        }
        assertThat(street.told())
                .containsExactly("incident.problem", "incident.resolved", "incident.again", "incident.resolved");
    }

    private void comesAndGoesWhileItStandsStill(Tenant stopped, String house) throws Exception {
        stopped.signal("STOP");
        street.breakDown(house);
        awaitTold(1);
        street.mend(house);
        awaitTold(2);
        street.breakDown(house);
        awaitTold(3);
        stopped.signal("CONT");
        calm(Duration.ofSeconds(4));
    }

    private void isReplacedInTime(Resident other) {
        var killed = System.nanoTime();
        awaitShares(Lot.COUNT, other);
        street.forget();
        await().atMost(PATIENCE).until(() -> street.asked().size() == HOUSES);
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(IN_TIME);
    }

    /** A database that some can't reach. */
    private Store cut(AtomicBoolean away) {
        return Store.on(
                () -> {
                    if (away.get()) {
                        throw new SQLException("no way there");
                    }
                    return database.source().getConnection();
                },
                Dialect.POSTGRESQL);
    }

    @Test
    void while_the_database_is_away_nothing_is_told_and_what_is_true_when_it_is_back() {
        var away = new AtomicBoolean();
        try (var one = street.moveIn("one", "milan", cut(away), "");
                var other = street.moveIn("other", "milan", cut(away), "")) {
            awaitShares(Lot.COUNT / 2, one, other);
            var passing = askedBy("one");
            var lasting = askedBy("other");

            away.set(true);
            street.breakDown(passing);
            street.breakDown(lasting);
            calm(Duration.ofSeconds(9));
            assertThat(one.figure("backonline.judging") + other.figure("backonline.judging"))
                    .isZero();
            street.mend(passing);
            street.forget();
            await().atMost(PATIENCE)
                    .until(() -> street.asked().size() == HOUSES
                            && street.asked().values().stream().allMatch(by -> total(by) >= 3));
            calm(Duration.ofSeconds(3));
            away.set(false);
            awaitTold(1);
            calm(Duration.ofSeconds(4));
            street.mend(lasting);
            awaitTold(2);
        }
        assertThat(street.told()).containsExactly("incident.problem", "incident.resolved");
        assertThat(street.bodies("/hook").getFirst()).contains("House ");
    }

    @Test
    void a_judge_that_is_cut_off_from_the_database_leaves_the_word_to_the_other() {
        var away = new AtomicBoolean();
        try (var one = street.moveIn("one", "milan", cut(away), "")) {
            awaitShares(Lot.COUNT, one);
            try (var other = movedIn("other")) {
                awaitShares(Lot.COUNT / 2, one, other);
                var house = askedBy("one");

                away.set(true);
                street.breakDown(house);
                awaitTold(1);
                assertThat(one.figure("backonline.judging")).isZero();
                assertThat(other.figure("backonline.judging")).isEqualTo(1);
                away.set(false);
                awaitShares(Lot.COUNT / 2, one, other);
                street.mend(house);
                awaitTold(2);
            }
        }
        assertThat(street.told()).containsExactly("incident.problem", "incident.resolved");
    }

    @Test
    void trouble_is_told_when_as_many_locations_see_it_as_must_and_nothing_is_known_while_too_few_are_heard() {
        var away = new AtomicBoolean();
        try (var milan = street.moveIn("one", "milan", database.store(), "locations: 2");
                var rome = street.moveIn("other", "rome", cut(away), "locations: 2")) {
            awaitShares(Lot.COUNT, milan, rome);

            street.breakDown("house3", "one");
            calm(Duration.ofSeconds(6));
            assertThat(street.told()).isEmpty();
            street.breakDown("house3");
            awaitTold(1);
            street.mend("house3");
            awaitTold(2);
            away.set(true);
            street.breakDown("house4");
            calm(Duration.ofSeconds(12));

            await().atMost(Duration.ofSeconds(100))
                    .until(() -> street.bodies("/staff").stream()
                            .anyMatch(body -> body.contains("alarm.raised") && body.contains("unheard")));
            assertThat(street.told()).containsExactly("incident.problem", "incident.resolved");
            away.set(false);
            awaitTold(3);
        }
        assertThat(street.told()).containsExactly("incident.problem", "incident.resolved", "incident.problem");
    }
}
