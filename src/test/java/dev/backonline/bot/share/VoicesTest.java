package dev.backonline.bot.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Clock;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.Plugins;
import dev.backonline.store.share.Roster;
import dev.backonline.store.share.Roster.Tenure;
import dev.backonline.store.share.Word;
import dev.backonline.verdict.Judge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One process asks, another hears of it; their wall clocks are an hour apart. */
class VoicesTest {
    private static final CheckId CHAT = new CheckId("chat/1-tcp");
    private static final Location MILAN = new Location("milan");
    private static final Duration LEASE = Duration.ofSeconds(6);
    private static final Duration SLOT = Duration.ofSeconds(10);
    private static final Instant BEGAN = Instant.parse("2026-11-22T20:00:00Z");
    private static final Duration APART = Duration.ofHours(1);
    private static final Answer UP = new Answer.Up();
    private static final Answer DOWN = new Answer.Down(Answer.Layer.ANSWER, "HTTP 503");

    private final BotConfig config = config();
    private Duration passed = Duration.ZERO;
    private final Lectern lectern = new Lectern(() -> passed.toNanos());
    private final Voices asking = new Voices(config, MILAN, "asker", lectern, clock(Duration.ZERO));
    private final Voices hearing =
            new Voices(config, MILAN, "hearer", new Lectern(() -> passed.toNanos()), clock(APART));
    private final List<Observation> heard = new ArrayList<>();
    private int said;

    private Clock clock(Duration ahead) {
        return new Clock(() -> BEGAN.plus(passed).plus(ahead), () -> passed.toNanos());
    }

    private static BotConfig config() {
        var file = """
                page: { name: Example, url: https://status.example.org, languages: [en] }
                services:
                  chat: { name: Chat, checks: [ { type: tcp, host: "chat.example:443", every: 10s, timeout: 3s } ] }
                """;
        return switch (new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("backonline.yaml", file)) {
            case ConfigReader.Read read -> read.config();
            case ConfigReader.Mistaken mistaken -> throw new AssertionError(mistaken.report(""));
        };
    }

    private void answer(Answer answer) {
        asking.hold(IntStream.range(0, Lot.COUNT).boxed().collect(Collectors.toSet()));
        asking.believed(new Observation(CHAT, MILAN, BEGAN.plus(passed), Duration.ZERO, answer));
    }

    /** The asker writes, and with {@code sign} of life also that there is nothing else; the hearer reads. */
    private void listen(boolean sign) {
        var words = lectern.unsaid();
        lectern.said(words);
        said += words.size();
        hearing.hear(words.stream()
                .map(one -> new Word.Read(one.number(), "asker", one.word(), one.age()))
                .toList());
        if (sign) {
            var name = new Lot(MILAN, Lot.of(CHAT)).toString();
            var tenure = new Tenure(name, "asker", passed.plus(SLOT), Duration.ZERO, LEASE);
            var roster = new Roster(List.of(), List.of(tenure));
            hearing.mark(Vitals.read(roster, "hearer", LEASE, BEGAN.plus(passed).plus(APART), passed.toNanos()));
        }
        hearing.feed(heard::add);
    }

    private Judge judged(List<Observation> observations) {
        var judge = Judge.fresh(config.services().getFirst().standard().orElseThrow(), BEGAN);
        for (var one : observations) {
            judge = judge.with(one);
        }
        return judge;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoever_hears_judges_as_whoever_asks(long seed) {
        var random = new Random(seed);
        var own = new ArrayList<Observation>();
        var answer = UP;
        for (var slot = 0; slot < 300; slot++) {
            passed = SLOT.multipliedBy(slot);
            answer = random.nextInt(8) == 0 ? (random.nextBoolean() ? UP : DOWN) : answer;
            own.add(new Observation(CHAT, MILAN, BEGAN.plus(passed).plus(APART), Duration.ZERO, answer));
            answer(answer);
            passed = passed.plus(SLOT.minusSeconds(1));
            listen(true);

            var mine = judged(own).verdict();
            var theirs = judged(heard).verdict();
            assertThat(theirs.getClass()).as("slot %d", slot).isEqualTo(mine.getClass());
            assertThat(theirs.since()).isEqualTo(mine.since());
        }
        assertThat(heard).extracting(Observation::at).isSorted();
        assertThat(said).isLessThan(own.size());
    }

    @Test
    void what_stays_as_it_is_is_not_said_again() {
        for (var slot = 0; slot < 1000; slot++) {
            answer(UP);
            listen(true);
            passed = passed.plus(SLOT);
        }

        assertThat(said).isEqualTo(5);
        assertThat(heard).hasSizeGreaterThan(990);
    }

    @Test
    void a_single_failure_is_one_failure_to_whoever_hears_of_it_too() {
        for (var answer : List.of(UP, UP, UP, UP, UP, UP, DOWN)) {
            answer(answer);
            listen(true);
            passed = passed.plus(SLOT);
        }
        // Its next answer takes long, and the signs of life come all the same.
        passed = passed.plusSeconds(2);
        listen(true);

        assertThat(heard.stream().filter(one -> one.answer().equals(DOWN))).hasSize(1);
    }

    @Test
    void without_a_sign_of_life_nothing_is_answered_again_and_nothing_is_known() {
        for (var slot = 0; slot < 6; slot++) {
            answer(UP);
            listen(true);
            passed = passed.plus(SLOT);
        }
        listen(true);
        var known = heard.size();
        assertThat(hearing.known()).containsKey(CHAT);

        passed = passed.plus(SLOT);
        listen(false);
        passed = passed.plus(SLOT);
        listen(false);

        assertThat(heard).hasSize(known);
        assertThat(hearing.known()).isEmpty();
    }

    @Test
    void what_is_not_said_by_whoever_asks_now_is_not_repeated() {
        for (var slot = 0; slot < 6; slot++) {
            answer(UP);
            listen(true);
            passed = passed.plus(SLOT);
        }
        var known = heard.size();

        var tenure = new Tenure(
                new Lot(MILAN, Lot.of(CHAT)).toString(), "somebody new", Duration.ZERO, Duration.ZERO, LEASE);
        passed = passed.plus(SLOT.multipliedBy(5));
        hearing.mark(Vitals.read(
                new Roster(List.of(), List.of(tenure)),
                "hearer",
                LEASE,
                BEGAN.plus(passed).plus(APART),
                passed.toNanos()));
        hearing.feed(heard::add);

        assertThat(heard).hasSize(known);
    }

    @Test
    void whoever_asks_from_now_on_says_at_once_what_is_answered() {
        for (var slot = 0; slot < 6; slot++) {
            answer(UP);
            passed = passed.plus(SLOT);
        }
        listen(true);
        hearing.hold(Set.of(Lot.of(CHAT)));

        hearing.believed(new Observation(CHAT, MILAN, BEGAN.plus(passed).plus(APART), Duration.ZERO, UP));

        assertThat(heard).isNotEmpty();
        assertThat(hearing.known()).isEmpty();
    }

    @Test
    void what_is_asked_by_others_is_not_ours_to_say() {
        asking.hold(Set.of());

        asking.believed(new Observation(CHAT, MILAN, BEGAN, Duration.ZERO, UP));

        assertThat(lectern.unsaid()).isEmpty();
    }
}
