package dev.backonline.bot.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Outages of our own connection, met by checks of random intervals, phases and kinds of failure; each history has its own seed. */
class OwnSideTest {
    /** More of them by -Dhistories, such as 400. */
    private static final int HISTORIES = Integer.getInteger("histories", 15);

    @Test
    void without_canaries_an_outage_of_our_own_is_nobodys_problem_whenever_it_begins_and_ends() {
        var told = histories(seed -> Village.withoutCanaries(new Random(seed)).ownOutages());

        assertThat(told).isEmpty();
    }

    /** What the others would miss if nothing were vetted. */
    @Test
    void with_nobody_to_vouch_an_outage_of_our_own_is_told() {
        var told = histories(seed -> Village.withNobody(new Random(seed)).ownOutages());

        assertThat(told).isNotEmpty();
    }

    @Test
    void with_canaries_an_outage_of_our_own_is_nobodys_problem() {
        var told = histories(seed -> Village.withCanaries(new Random(seed)).ownOutages());

        assertThat(told).isEmpty();
    }

    @Test
    void an_outage_of_our_own_in_the_middle_of_another_neither_ends_nor_worsens_it() {
        var told = IntStream.range(0, HISTORIES)
                .mapToObj(seed -> Village.withCanaries(new Random(seed)).outageWithinAnother())
                .filter(verdicts -> verdicts.stream().anyMatch(Verdict.Healthy.class::isInstance)
                        || verdicts.stream()
                                .flatMap(verdict -> verdict.state().stream())
                                .anyMatch(state -> state.isWorseThan(Village.IMPACT)))
                .toList();

        assertThat(told).isEmpty();
    }

    @Test
    void a_real_outage_of_one_host_is_noticed_all_the_same() {
        var late = IntStream.range(0, HISTORIES)
                .mapToObj(seed -> (seed % 2 == 0
                                ? Village.withCanaries(new Random(seed))
                                : Village.withoutCanaries(new Random(seed)))
                        .realOutage())
                .filter(delay -> delay.compareTo(Duration.ofSeconds(150)) > 0)
                .toList();

        assertThat(late).isEmpty();
    }

    /** One history. */
    @FunctionalInterface
    private interface History {
        List<String> played(int seed);
    }

    private static List<String> histories(History history) {
        return IntStream.range(0, HISTORIES)
                .boxed()
                .flatMap(seed -> history.played(seed).stream().map(said -> "seed " + seed + ": " + said))
                .toList();
    }
}
