package dev.backonline.verdict;

import dev.backonline.check.Answer;
import dev.backonline.check.Observation;
import dev.backonline.verdict.Finding.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The newest conclusive observations of one check, newest first, and what is found in them. {@code held} is the last condition that
 * was confirmed; it outlives a time of which nothing is known, so that trouble never ends by silence and one lucky answer.
 */
record Track(Rule rule, List<Observation> newest, Finding finding, Condition held) {
    Track {
        newest = List.copyOf(newest);
    }

    static Track starting(Rule rule, Finding finding, Condition held) {
        return new Track(rule, List.of(), finding, held);
    }

    /** The track after one more observation, which is conclusive: one that teaches nothing is no part of it. */
    Track with(Observation observation) {
        var kept = connected(observation);
        var found = found(kept);
        return new Track(rule, kept, found, found.condition() == Condition.UNKNOWN ? held : found.condition());
    }

    /** What is left of it when its times mean nothing any more: only what was confirmed last. */
    Track anew(Finding nothing) {
        return new Track(rule, List.of(), nothing, held);
    }

    boolean isKnown() {
        return finding.condition() != Condition.UNKNOWN;
    }

    Instant lastHeard() {
        return newest.isEmpty() ? finding.since() : newest.getFirst().at();
    }

    /** Whether something is found in it that nothing has confirmed for two intervals. */
    boolean isStale(Instant now) {
        return isKnown() && newest.getFirst().at().plus(rule.gap()).isBefore(now);
    }

    /** The track as it is at this time: without anything new for two intervals nothing is known any more. */
    Track at(Instant now) {
        return isStale(now)
                ? new Track(rule, newest, Finding.unknown(now, "no observation for two intervals"), held)
                : this;
    }

    /** The new observation and those before it, as far back as they follow each other without a gap. */
    private List<Observation> connected(Observation observation) {
        var kept = new ArrayList<Observation>(rule.memory());
        kept.add(observation);
        for (var earlier : newest) {
            var asked = kept.getLast().at().minus(kept.getLast().took());
            if (kept.size() == rule.memory() || earlier.at().plus(rule.gap()).isBefore(asked)) {
                break;
            }
            kept.add(earlier);
        }
        return kept;
    }

    /** The worst condition that is confirmed; what is better than the one held has to confirm that too. */
    private Finding found(List<Observation> observations) {
        return confirmed(observations, Condition.FAILING, rule.fails())
                .or(() -> slow(observations))
                .or(() -> confirmed(
                        observations, Condition.HEALTHY, held.isTrouble() ? rule.recovers() : Confirmation.ONCE))
                .orElseGet(() -> unchanged(observations.getFirst()));
    }

    private Optional<Finding> slow(List<Observation> observations) {
        var slow = confirmed(observations, Condition.SLOW, rule.fails());
        if (held != Condition.FAILING) {
            return slow;
        }
        var answered = speaking(observations, rule.recovers(), one -> !(one.answer() instanceof Answer.Down));
        return answered.size() < rule.recovers().count()
                ? Optional.empty()
                : slow.map(finding -> finding.from(answered.getLast().at()));
    }

    private Optional<Finding> confirmed(List<Observation> observations, Condition condition, Confirmation needed) {
        var speaking = speaking(observations, needed, one -> speaksFor(one.answer(), condition));
        if (speaking.size() < needed.count()) {
            return Optional.empty();
        }
        var newestOne = speaking.getFirst();
        var since = finding.condition() == condition
                ? finding.since()
                : speaking.getLast().at();
        var seen = Math.min(needed.window(), observations.size());
        var reason = reason(newestOne) + ", " + speaking.size() + " of the last " + seen;
        return Optional.of(new Finding(condition, since, newestOne.at(), reason));
    }

    private Finding unchanged(Observation newestOne) {
        return finding.condition() == Condition.UNKNOWN
                ? Finding.unknown(finding.since(), reason(newestOne) + ", not confirmed yet")
                : finding;
    }

    private static List<Observation> speaking(
            List<Observation> observations, Confirmation needed, Predicate<Observation> filter) {
        var speaking = new ArrayList<Observation>(needed.window());
        for (var index = 0; index < Math.min(needed.window(), observations.size()); index++) {
            if (filter.test(observations.get(index))) {
                speaking.add(observations.get(index));
            }
        }
        return speaking;
    }

    /** Whoever fails is not fast either, so failures confirm slowness too. */
    private static boolean speaksFor(Answer answer, Condition condition) {
        return switch (answer) {
            case Answer.Up _ -> condition == Condition.HEALTHY;
            case Answer.Slow _ -> condition == Condition.SLOW;
            case Answer.Down _ -> condition == Condition.FAILING || condition == Condition.SLOW;
            case Answer.Inconclusive _ -> false;
        };
    }

    private static String reason(Observation observation) {
        return switch (observation.answer()) {
            case Answer.Up _ -> "up";
            case Answer.Slow(var reason) -> reason;
            case Answer.Down down -> down.reason();
            case Answer.Inconclusive(var reason) -> reason;
        };
    }
}
