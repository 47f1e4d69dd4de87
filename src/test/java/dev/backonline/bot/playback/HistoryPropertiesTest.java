package dev.backonline.bot.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Answer;
import dev.backonline.message.Message;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds whatever happens: many made-up histories through the whole operation. */
class HistoryPropertiesTest {
    static final List<Long> SEEDS =
            java.util.stream.LongStream.rangeClosed(120, 135).boxed().toList();

    private static final Instant END = Histories.START.plus(Histories.LENGTH);

    private static final Set<Saying> OPENING = Set.of(Saying.PROBLEM, Saying.AGAIN);

    private static final Duration A_CHECK_AGO = Duration.ofSeconds(10);

    private static Performance guarded(long seed) {
        var config = Histories.config();
        return new Playback(config, Histories.of(config, new Random(seed))).until(END);
    }

    private static Performance unguarded(long seed) {
        var config = Histories.unguarded();
        return new Playback(config, Histories.of(config, new Random(seed))).until(END);
    }

    /** That it comes and goes may be said while it is open, and opens it once more after its end. */
    @ParameterizedTest
    @FieldSource("SEEDS")
    void in_every_thread_openings_and_last_words_alternate(long seed) {
        var threads = unguarded(seed).posts().stream()
                .collect(Collectors.groupingBy(post -> post.thread() + " " + post.recipient()));

        assertThat(threads).isNotEmpty();
        threads.forEach((thread, posts) -> {
            var open = false;
            for (var post : posts) {
                var saying = post.message().saying();
                if (saying != Saying.INTERMITTENT) {
                    assertThat(open)
                            .as("%s: %s at %s", thread, saying, post.at())
                            .isNotEqualTo(OPENING.contains(saying));
                }
                assertThat(post.stance() == Posting.Stance.REPLY)
                        .as("%s at %s", thread, post.at())
                        .isNotEqualTo(post.equals(posts.getFirst()));
                open = !saying.isLastWord();
            }
        });
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void nothing_is_public_before_problem_after(long seed) {
        var config = Histories.unguarded();
        var performance = unguarded(seed);

        assertThat(performance.posts())
                .filteredOn(post -> post.message().saying() == Saying.PROBLEM)
                .isNotEmpty()
                .allSatisfy(post -> assertThat(post.at())
                        .isAfterOrEqualTo(post.incident()
                                .startedAt()
                                .plus(config.publishing().problemAfter())));
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void every_opened_thread_is_closed_once_all_is_well(long seed) {
        var config = Histories.unguarded();
        var tapes = Histories.of(config, new Random(seed)).stream()
                .map(HistoryPropertiesTest::endingWell)
                .toList();

        var posts = new Playback(config, tapes).until(END.plusSeconds(7200)).posts();

        var last = posts.stream()
                .collect(Collectors.toMap(
                        post -> List.of(post.thread(), (Object) post.recipient()), post -> post, (_, later) -> later));
        assertThat(last.values())
                .isNotEmpty()
                .allSatisfy(post -> assertThat(post.message().saying().isLastWord())
                        .as("%s in %s", post.message(), post.recipient())
                        .isTrue());
    }

    private static Tape endingWell(Tape tape) {
        var shots = new java.util.ArrayList<>(
                tape.shots().stream().filter(shot -> shot.at().isBefore(END)).toList());
        shots.add(Shot.of(END, new Answer.Up()));
        return new Tape(tape.subject(), tape.every(), tape.holds(), shots);
    }

    /** One that failed just now may have vouched for the newest failure before. */
    @ParameterizedTest
    @FieldSource("SEEDS")
    void no_problem_is_told_while_canaries_fail(long seed) {
        var config = Histories.config();
        var tapes = Histories.of(config, new Random(seed));
        var canary = tapes.getLast();

        var posts = new Playback(config, tapes).until(END).posts();

        assertThat(posts)
                .filteredOn(post -> post.message().saying() == Saying.PROBLEM)
                .isNotEmpty()
                .allMatch(post ->
                        isWell(canary, post.at()) || isWell(canary, post.at().minus(A_CHECK_AGO)));
    }

    private static boolean isWell(Tape canary, Instant time) {
        return canary.shots().reversed().stream()
                .filter(shot -> !shot.at().isAfter(time))
                .findFirst()
                .filter(shot -> shot.answer() instanceof Answer.Up || shot.answer() instanceof Answer.Slow)
                .isPresent();
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void nothing_internal_is_in_any_text(long seed) {
        var texts = guarded(seed).posts().stream()
                .flatMap(post -> post.messages().stream())
                .map(Message::text)
                .toList();

        assertThat(texts)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(Histories.PLANTED)
                        .doesNotContain("messages.example.org", "resolver.example.net", "1-http"));
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void everybody_is_told_the_same_at_the_same_time(long seed) {
        var byRecipient = guarded(seed).posts().stream()
                .collect(Collectors.groupingBy(
                        Posting::recipient,
                        Collectors.mapping(
                                post -> post.at() + " " + post.thread() + " "
                                        + post.message().saying(),
                                Collectors.toList())));

        assertThat(byRecipient.keySet())
                .extracting(Recipient::toString)
                .containsExactlyInAnyOrder("square/en", "square/it", "sky/en");
        assertThat(byRecipient.values().stream().distinct()).hasSize(1);
    }
}
