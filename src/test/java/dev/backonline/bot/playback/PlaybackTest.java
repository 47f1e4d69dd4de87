package dev.backonline.bot.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Observation;
import dev.backonline.config.BotConfig;
import dev.backonline.incident.Change;
import dev.backonline.message.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left out between events changes nothing: the same comes of all answers spelled out, and of deciding every quarter of a second. */
class PlaybackTest {
    private static final Instant END = Histories.START.plus(Histories.LENGTH);
    /** As the bot does it. */
    private static final Duration DECIDE_EVERY = Duration.ofMillis(250);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void repeats_that_are_left_out_change_no_decision(long seed) {
        var config = Histories.unguarded();
        var tapes = Histories.of(config, new Random(seed));

        var played = new Playback(config, tapes).until(END);

        var spelledOut = new Playback(config, Histories.spelledOut(tapes)).until(END);
        assertThat(lines(played.changes())).isNotEmpty().isEqualTo(lines(spelledOut.changes()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_same_holds_with_canaries_that_fail_too(long seed) {
        var config = Histories.config();
        var tapes = Histories.of(config, new Random(seed));

        var played = new Playback(config, tapes).until(END);

        var spelledOut = new Playback(config, Histories.spelledOut(tapes)).until(END);
        assertThat(lines(played.changes())).isNotEmpty().isEqualTo(lines(spelledOut.changes()));
    }

    /** A bot that looks four times a second decides the same, at most so much later. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void every_decision_is_the_one_of_a_bot_that_looks_all_the_time(long seed) {
        var config = Histories.unguarded();
        var tapes = Histories.of(config, new Random(seed));

        var played = new Playback(config, tapes).until(END);

        var watched = new Ticking(config, Histories.spelledOut(tapes)).until(END, DECIDE_EVERY);
        assertThat(sayings(played.changes())).isNotEmpty().isEqualTo(sayings(watched));
        for (var index = 0; index < watched.size(); index++) {
            var late = Duration.between(at(played.changes().get(index)), at(watched.get(index)));
            assertThat(late).as(played.changes().get(index).toString()).isBetween(Duration.ZERO, lateness(index));
        }
    }

    /** Each decision may have been taken a look later, and a cadence counts from the post before. */
    private static Duration lateness(int decisions) {
        return DECIDE_EVERY.multipliedBy(decisions + 1L);
    }

    private static Instant at(Change change) {
        return change.update().at();
    }

    private static List<String> sayings(List<Change> changes) {
        return changes.stream()
                .map(change ->
                        change.incident().id() + " " + Saying.of(change.update().transition()) + " "
                                + change.update().transition().services())
                .toList();
    }

    private static List<String> lines(List<Change> changes) {
        return changes.stream()
                .map(change -> at(change) + " " + change.incident().id() + " "
                        + change.update().transition())
                .toList();
    }

    /** The naive way: every answer is observed in its turn, and the newsroom looks at fixed times. */
    private static final class Ticking {
        private final List<Change> changes = new java.util.ArrayList<>();
        private final BotConfig config;
        private final VirtualOperation operation;
        private final List<Observed> all;

        private record Observed(Instant at, Tape tape, Shot shot) {}

        Ticking(BotConfig config, List<Tape> tapes) {
            this.config = config;
            this.operation =
                    new VirtualOperation(config, Histories.START, new VirtualOperation.Audience(changes::add, _ -> {}));
            this.all = tapes.stream()
                    .flatMap(tape -> tape.shots().stream().map(shot -> new Observed(shot.at(), tape, shot)))
                    .sorted(java.util.Comparator.comparing(Observed::at))
                    .toList();
        }

        List<Change> until(Instant end, Duration step) {
            var next = 0;
            for (var now = Histories.START; !now.isAfter(end); now = now.plus(step)) {
                operation.set(now);
                for (; next < all.size() && !all.get(next).at().isAfter(now); next++) {
                    observe(all.get(next));
                }
                operation.sightings().expire();
                config.services()
                        .forEach(plan ->
                                operation.sightings().refresh(plan.service().id()));
                operation.review();
            }
            return changes;
        }

        private void observe(Observed one) {
            var subject = one.tape().subject();
            var check = switch (subject) {
                case Tape.OfService(var _, var rule, var _) -> rule.check();
                case Tape.OfCanary(var canary) -> canary;
            };
            operation
                    .sightings()
                    .observed(
                            subject,
                            new Observation(
                                    check, one.at(), Duration.ZERO, one.shot().answer()));
        }
    }
}
