package dev.backonline.bot.playback;

import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one check answers, answer after answer. One that holds repeats its last answer at its interval; once it did so for a whole
 * window, more repeats are skipped as long as nobody needs them, and the last windowful is made up for afterwards.
 */
final class Reel {
    /** A canary that answered in the same moment as a check failed, as far as the record tells, answered after it. */
    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    /** After so many answers that say nothing, all that was known before them is forgotten. */
    private static final int FORGOTTEN = 4;

    private final Course course;
    private int position;
    private int streak;
    private Optional<Sample> last = Optional.empty();

    Reel(Course course) {
        this.course = course;
    }

    Course course() {
        return course;
    }

    /** When it answers next; {@link Instant#MAX} if never. */
    Instant next() {
        return earlier(nextSample(), nextRepeat());
    }

    /** When it answers next something that it may not have answered before. */
    Instant nextSample() {
        return position < course.samples().size()
                ? course.samples().get(position).at()
                : Instant.MAX;
    }

    private Instant nextRepeat() {
        return course.holds()
                ? last.map(sample -> sample.at().plus(course.every())).orElse(Instant.MAX)
                : Instant.MAX;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Answers what is next, at its time. */
    Observation play() {
        return nextSample().isAfter(nextRepeat())
                ? repeated(nextRepeat())
                : answered(course.samples().get(position++));
    }

    /** The last answer once more, at this time. */
    Observation repeated(Instant at) {
        return answered(Sample.of(at, last.orElseThrow().answer()));
    }

    private Observation answered(Sample sample) {
        var same = last.filter(
                before -> before.answer().getClass().equals(sample.answer().getClass()));
        streak = same.isPresent() ? streak + 1 : 1;
        last = Optional.of(sample);
        return switch (course.subject()) {
            case Course.OfService(var _, var rule, var location) ->
                observation(rule.check(), location, sample.at(), sample);
            case Course.OfCanary(var canary) ->
                observation(canary, Location.HERE, sample.at().plus(JUST_AFTER), sample);
        };
    }

    private static Observation observation(CheckId check, Location location, Instant at, Sample sample) {
        return new Observation(check, location, at, sample.took(), sample.answer());
    }

    /** Makes up for the repeats before this time that were skipped: the times of the last windowful of them. */
    List<Instant> missed(Instant now) {
        if (!course.holds() || last.isEmpty() || !nextRepeat().isBefore(now)) {
            return List.of();
        }
        var every = course.every();
        var missed = Duration.between(last.get().at(), now.minusNanos(1)).dividedBy(every);
        var times = new ArrayList<Instant>();
        for (var index = Math.max(1, missed - memory() + 1); index <= missed; index++) {
            times.add(last.get().at().plus(every.multipliedBy(index)));
        }
        return times;
    }

    /** Whether repeating its last answer once more teaches nothing. */
    boolean isSteady() {
        return course.subject() instanceof Course.OfCanary
                || last.filter(this::isSteady).isPresent();
    }

    private boolean isSteady(Sample sample) {
        return switch (sample.answer()) {
            case Answer.Up _ -> streak >= memory();
            case Answer.Inconclusive _ -> streak >= Math.max(memory(), FORGOTTEN);
            case Answer.Slow _, Answer.Down _ -> false;
        };
    }

    /** Whether its repeats show that something can be reached. */
    boolean isContact() {
        return course.holds()
                && last.filter(sample -> sample.answer() instanceof Answer.Up || sample.answer() instanceof Answer.Slow)
                        .isPresent();
    }

    /** When it answered last. */
    Instant lastAt() {
        return last.map(Sample::at).orElse(Instant.MIN);
    }

    private int memory() {
        return course.subject() instanceof Course.OfService(var _, var rule, var _) ? rule.memory() : 1;
    }
}
