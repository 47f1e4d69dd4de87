package dev.backonline.bot.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.CheckId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionTest {
    private final Division division = new Division(Lot.COUNT);
    private final Map<Integer, String> held = new HashMap<>();
    private int moves;

    /** One after the other does what it finds that it should; a claim of what is not free gives nothing. */
    private void round(List<String> peers, List<String> everybody) {
        for (var one : everybody) {
            var step = division.step(one, peers, Map.copyOf(held));
            step.givenUp().forEach(held::remove);
            step.taken().forEach(share -> {
                moves += held.putIfAbsent(share, one) == null ? 1 : 0;
            });
        }
    }

    private Map<String, Long> counts() {
        return held.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 31, 32})
    void as_many_as_there_are_hold_the_same_but_for_one(int count) {
        var peers = IntStream.range(0, count).mapToObj(one -> "peer" + one).toList();

        round(peers, peers);

        assertThat(held).hasSize(Lot.COUNT);
        assertThat(counts().values()).allMatch(one -> one == Lot.COUNT / count || one == Lot.COUNT / count + 1);
    }

    @Test
    void more_than_there_are_shares_leave_the_last_ones_without() {
        var peers = IntStream.range(0, 40).mapToObj(one -> "peer" + one).toList();

        round(peers, peers);

        assertThat(counts().values()).hasSize(Lot.COUNT).containsOnly(1L);
    }

    @Test
    void who_comes_gets_a_fair_part_and_only_that_much_moves() {
        var two = List.of("a", "b");
        round(two, two);
        moves = 0;

        var three = List.of("a", "b", "c");
        round(three, three);
        round(three, three);

        assertThat(counts()).containsExactlyInAnyOrderEntriesOf(Map.of("a", 11L, "b", 11L, "c", 10L));
        assertThat(moves).isEqualTo(10);
    }

    @Test
    void what_one_held_that_is_gone_is_divided_and_nothing_else_moves() {
        var three = List.of("a", "b", "c");
        round(three, three);
        held.values().removeIf("b"::equals);
        moves = 0;

        round(List.of("a", "c"), List.of("a", "c"));

        assertThat(counts()).containsExactlyInAnyOrderEntriesOf(Map.of("a", 16L, "c", 16L));
        assertThat(moves).isEqualTo(11);
    }

    @Test
    void whose_own_side_fails_gives_all_up_and_takes_nothing() {
        var two = List.of("a", "b");
        round(two, two);

        round(List.of("b"), two);

        assertThat(counts()).containsExactlyEntriesOf(Map.of("b", 32L));
    }

    /** Comings, goings and claims that met, in any order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_happened_two_calm_rounds_are_enough(long seed) {
        var random = new Random(seed);
        for (var trial = 0; trial < 200; trial++) {
            var peers = IntStream.rangeClosed(0, random.nextInt(9))
                    .mapToObj(one -> "peer" + one)
                    .collect(Collectors.toCollection(ArrayList::new));
            held.keySet().removeIf(_ -> random.nextInt(3) == 0);
            held.values().removeIf(one -> !peers.contains(one));

            round(peers, peers);
            round(peers, peers);

            assertThat(held).hasSize(Lot.COUNT);
            assertThat(counts().values())
                    .allMatch(one -> one == Lot.COUNT / peers.size() || one == Lot.COUNT / peers.size() + 1);
        }
    }

    @Test
    void names_that_differ_in_a_digit_are_spread_over_all_shares() {
        var sizes = new int[Lot.COUNT];
        IntStream.range(0, 3200).forEach(one -> sizes[Lot.of(new CheckId("service%d/1-http".formatted(one)))]++);

        assertThat(IntStream.of(sizes).boxed()).allMatch(size -> size > 50 && size < 150);
    }
}
