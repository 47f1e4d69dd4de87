package dev.backonline.bot.rehearsal;

import dev.backonline.check.Answer;
import dev.backonline.check.Observation;
import dev.backonline.verdict.Rule;
import java.time.Duration;
import java.time.Instant;

/**
 * Plays one course, by events and not by ticks: once an answer was repeated so often that no window holds anything else, repeating it
 * changes nothing but how fresh it is. So the repeats are left out, and made up for (the last windowful of them) before anything looks.
 */
final class Reel {
    /** A canary that answered in the same moment as a check failed, as far as the record tells, answered after it. */
    static final Duration JUST_AFTER = Duration.ofMillis(1);

    private final Course course;
    private final VirtualOperation operation;
    private int position;
    private int streak;
    private Instant last = Instant.MIN;
    private Instant forgottenAt = Instant.MAX;
    private Answer answer = new Answer.Inconclusive("not asked yet");

    Reel(Course course, VirtualOperation operation) {
        this.course = course;
        this.operation = operation;
    }

    Course course() {
        return course;
    }

    /** When the next thing happens that cannot be left out; {@link Instant#MAX} if nothing will. */
    Instant next() {
        var sample = position < course.samples().size() ? course.samples().get(position).at() : Instant.MAX;
        var repeat = holds() && streak < memory() ? last.plus(course.every()) : Instant.MAX;
        var soonest = repeat.isBefore(sample) ? repeat : sample;
        return forgottenAt.isBefore(soonest) ? forgottenAt : soonest;
    }

    /** Plays what happens at this time; gives whether it is news. */
    boolean play(Instant now) {
        if (position < course.samples().size() && !course.samples().get(position).at().isAfter(now)) {
            catchUp(now.minusNanos(1));
            return feed(course.samples().get(position++));
        }
        if (!forgottenAt.isAfter(now)) {
            forgottenAt = Instant.MAX;
            return forget();
        }
        return feed(new Sample(now, Duration.ZERO, answer));
    }

    private boolean feed(Sample sample) {
        streak = sample.answer().getClass().equals(answer.getClass()) ? streak + 1 : 1;
        answer = sample.answer();
        if (!isConclusive()) {
            forgetLater();
            return false;
        }
        last = sample.at();
        return switch (course.subject()) {
            case Course.OfService(var service, var rule) -> {
                forgottenAt = course.holds() ? Instant.MAX : stale(rule);
                yield operation.observed(service, new Observation(rule.check(), sample.at(), sample.took(), answer));
            }
            case Course.OfCanary _ -> answered(sample.at());
        };
    }

    /** What says nothing keeps nothing fresh. */
    private void forgetLater() {
        if (course.subject() instanceof Course.OfService(var _, var rule) && last.isAfter(Instant.MIN)) {
            forgottenAt = stale(rule);
        }
    }

    private Instant stale(Rule rule) {
        return last.plus(rule.gap()).plusMillis(1);
    }

    /** Whether what happens next is that something is forgotten, for lack of anything newer. */
    boolean isForgetting() {
        return next().equals(forgottenAt) && forgottenAt.isBefore(Instant.MAX);
    }

    /** News only to those who wait for it, which are asked elsewhere. */
    private boolean answered(Instant at) {
        if (vouches()) {
            operation.canaryAnswered(at.plus(JUST_AFTER));
        }
        return false;
    }

    private boolean forget() {
        return course.subject() instanceof Course.OfService(var service, var _) && operation.refreshed(service);
    }

    /** Makes up for the repeats that were left out, as far as they can be seen at this time. */
    void catchUp(Instant now) {
        if (!holds() || streak < memory() || now.isBefore(last.plus(course.every()))) {
            return;
        }
        var missed = Duration.between(last, now).dividedBy(course.every());
        var first = last.plus(course.every().multipliedBy(Math.max(1, missed - memory() + 1)));
        var end = last.plus(course.every().multipliedBy(missed));
        for (var at = first; !at.isAfter(end); at = at.plus(course.every())) {
            feed(new Sample(at, Duration.ZERO, answer));
        }
    }

    /** Whether this is a canary that is up now. */
    boolean vouches() {
        return course.subject() instanceof Course.OfCanary
                && (answer instanceof Answer.Up || answer instanceof Answer.Slow);
    }

    /** When this canary answers next, whose repeats are left out. */
    Instant nextRepeat(Instant now) {
        if (!holds() || now.isBefore(last)) {
            return Instant.MAX;
        }
        var passed = Duration.between(last, now).dividedBy(course.every());
        return last.plus(course.every().multipliedBy(passed + 1)).plus(JUST_AFTER);
    }

    /** Whether its answers, if repeats were left out, are older than they should be when trouble is judged. */
    boolean isTrouble() {
        return answer instanceof Answer.Down || answer instanceof Answer.Slow;
    }

    /** Whether both are checks of one service. */
    boolean isAbout(Reel other) {
        return course.subject() instanceof Course.OfService(var mine, var _)
                && other.course.subject() instanceof Course.OfService(var its, var _)
                && mine.equals(its);
    }

    private boolean holds() {
        return course.holds() && isConclusive();
    }

    private boolean isConclusive() {
        return !(answer instanceof Answer.Inconclusive);
    }

    private int memory() {
        return course.subject() instanceof Course.OfService(var _, var rule) ? rule.memory() : 1;
    }
}
