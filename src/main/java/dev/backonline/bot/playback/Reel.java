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

    private final Tape tape;
    private int position;
    private int streak;
    private Optional<Shot> last = Optional.empty();

    Reel(Tape tape) {
        this.tape = tape;
    }

    Tape tape() {
        return tape;
    }

    /** When it answers next; {@link Instant#MAX} if never. */
    Instant next() {
        return earlier(nextShot(), nextRepeat());
    }

    /** When it answers next something that it may not have answered before. */
    Instant nextShot() {
        return position < tape.shots().size() ? tape.shots().get(position).at() : Instant.MAX;
    }

    private Instant nextRepeat() {
        return tape.holds() ? last.map(shot -> shot.at().plus(tape.every())).orElse(Instant.MAX) : Instant.MAX;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Answers what is next, at its time. */
    Observation play() {
        return nextShot().isAfter(nextRepeat())
                ? repeated(nextRepeat())
                : answered(tape.shots().get(position++));
    }

    /** The last answer once more, at this time. */
    Observation repeated(Instant at) {
        return answered(Shot.of(at, last.orElseThrow().answer()));
    }

    private Observation answered(Shot shot) {
        var same = last.filter(
                before -> before.answer().getClass().equals(shot.answer().getClass()));
        streak = same.isPresent() ? streak + 1 : 1;
        last = Optional.of(shot);
        return switch (tape.subject()) {
            case Tape.OfService(var _, var rule, var location) -> observation(rule.check(), location, shot.at(), shot);
            case Tape.OfCanary(var canary) ->
                observation(canary, Location.HERE, shot.at().plus(JUST_AFTER), shot);
        };
    }

    private static Observation observation(CheckId check, Location location, Instant at, Shot shot) {
        return new Observation(check, location, at, shot.took(), shot.answer());
    }

    /** Makes up for the repeats before this time that were skipped: the times of the last windowful of them. */
    List<Instant> missed(Instant now) {
        if (!tape.holds() || last.isEmpty() || !nextRepeat().isBefore(now)) {
            return List.of();
        }
        var every = tape.every();
        var missed = Duration.between(last.get().at(), now.minusNanos(1)).dividedBy(every);
        var times = new ArrayList<Instant>();
        for (var index = Math.max(1, missed - memory() + 1); index <= missed; index++) {
            times.add(last.get().at().plus(every.multipliedBy(index)));
        }
        return times;
    }

    /** Whether repeating its last answer once more teaches nothing but that it is still so; {@code vetted}: not every answer is believed. */
    boolean isSteady(boolean vetted) {
        return tape.subject() instanceof Tape.OfCanary
                || last.filter(shot -> isSteady(shot, vetted)).isPresent();
    }

    private boolean isSteady(Shot shot, boolean vetted) {
        return switch (shot.answer()) {
            case Answer.Up _ -> streak >= memory();
            case Answer.Slow _, Answer.Down _ -> streak >= memory() && !vetted;
            case Answer.Inconclusive _ -> streak >= Math.max(memory(), FORGOTTEN);
        };
    }

    /** Whether its repeats show that something can be reached. */
    boolean isContact() {
        return tape.holds()
                && last.filter(shot -> shot.answer() instanceof Answer.Up || shot.answer() instanceof Answer.Slow)
                        .isPresent();
    }

    /** When it answered last. */
    Instant lastAt() {
        return last.map(Shot::at).orElse(Instant.MIN);
    }

    private int memory() {
        return tape.subject() instanceof Tape.OfService(var _, var rule, var _) ? rule.memory() : 1;
    }
}
