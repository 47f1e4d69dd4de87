package dev.backonline.bot.rehearsal;

import dev.backonline.bot.rehearsal.Playback.Found;
import dev.backonline.check.Answer;
import dev.backonline.check.Observation;
import dev.backonline.verdict.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Plays one course, by events and not by ticks: once an answer was repeated so often that no window holds anything else, repeating it
 * changes nothing but how fresh it is. So the repeats are left out, and made up for (the last windowful of them) before anything looks.
 */
final class Reel {
    /** A canary that answered in the same moment as a check failed, as far as the record tells, answered after it. */
    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    private final Course course;
    private final VirtualOperation operation;
    private int position;
    private int streak;
    private Instant last = Instant.MIN;
    private Instant forgottenAt = Instant.MAX;
    private Instant lookAt = Instant.MAX;
    private boolean eager;
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
        var sample = position < course.samples().size()
                ? course.samples().get(position).at()
                : Instant.MAX;
        var repeat = holds() && streak < memory() ? last.plus(course.every()) : Instant.MAX;
        return Stream.of(sample, repeat, forgottenAt, lookAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Plays what happens at this time. */
    Found play(Instant now) {
        if (position < course.samples().size()
                && !course.samples().get(position).at().isAfter(now)) {
            catchUp(now.minusNanos(1));
            return feed(course.samples().get(position++));
        }
        if (!forgottenAt.isAfter(now)) {
            forgottenAt = Instant.MAX;
            return forget();
        }
        if (!lookAt.isAfter(now)) {
            catchUp(now);
            return Found.A_REASON_TO_LOOK;
        }
        return feed(new Sample(now, Duration.ZERO, answer));
    }

    private Found feed(Sample sample) {
        streak = sample.answer().getClass().equals(answer.getClass()) ? streak + 1 : 1;
        answer = sample.answer();
        if (!isConclusive()) {
            forgetLater();
            return Found.NOTHING;
        }
        last = sample.at();
        return switch (course.subject()) {
            case Course.OfService(var service, var rule) -> {
                forgottenAt = course.holds() ? Instant.MAX : stale(rule);
                var observation = new Observation(rule.check(), sample.at(), sample.took(), answer);
                yield seen().or(operation.observed(service, observation) ? Found.NEWS : Found.NOTHING);
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

    /**
     * The next failure of a check in trouble matters even if it repeats the last one: that it still fails now, when something else
     * has changed, may be what a decision waits for.
     */
    void lookAgain(Instant now) {
        eager = course.subject() instanceof Course.OfService && isTrouble();
        lookAt = eager && holds() && streak >= memory() ? repeatAfter(now) : Instant.MAX;
    }

    private Found seen() {
        var awaited = eager;
        eager = false;
        lookAt = Instant.MAX;
        return awaited ? Found.A_REASON_TO_LOOK : Found.NOTHING;
    }

    /** News only to those who wait for it, which are asked elsewhere. */
    private Found answered(Instant at) {
        if (vouches()) {
            operation.canaryAnswered(at.plus(JUST_AFTER));
        }
        return Found.NOTHING;
    }

    private Found forget() {
        return course.subject() instanceof Course.OfService(var service, var _) && operation.refreshed(service)
                ? Found.NEWS
                : Found.NOTHING;
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
    Instant nextTestimony(Instant now) {
        return !holds() || now.isBefore(last) ? Instant.MAX : repeatAfter(now);
    }

    private Instant repeatAfter(Instant now) {
        var passed = Duration.between(last, now).dividedBy(course.every());
        return last.plus(course.every().multipliedBy(passed + 1));
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
