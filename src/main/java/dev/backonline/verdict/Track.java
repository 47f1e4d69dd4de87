package dev.backonline.verdict;

import dev.backonline.check.Answer;
import dev.backonline.check.Observation;
import dev.backonline.verdict.Finding.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The newest conclusive observations of one check, newest first, and what was last found in them. */
record Track(Rule rule, List<Observation> newest, Finding finding) {
    Track {
        newest = List.copyOf(newest);
    }

    /** The track after one more observation; one that is inconclusive teaches nothing and is left out. */
    Track with(Observation observation) {
        if (observation.answer() instanceof Answer.Inconclusive) {
            return this;
        }
        var kept = new ArrayList<Observation>(rule.memory());
        kept.add(observation);
        for (var earlier : newest) {
            var next = kept.getLast();
            if (kept.size() == rule.memory()
                    || earlier.at().plus(rule.gap()).isBefore(next.at().minus(next.took()))) {
                break;
            }
            kept.add(earlier);
        }
        return new Track(rule, kept, found(kept));
    }

    /** The track as it is at this time: without anything new for two intervals nothing is known any more. */
    Track at(Instant now) {
        var stale = !newest.isEmpty() && newest.getFirst().at().plus(rule.gap()).isBefore(now);
        if (!stale || finding.condition() == Condition.UNKNOWN) {
            return this;
        }
        return new Track(rule, newest, Finding.unknown(now, "no observation for two intervals"));
    }

    private Finding found(List<Observation> observations) {
        if (confirmed(observations, Condition.FAILING, rule.fails())) {
            return finding(observations, Condition.FAILING, rule.fails());
        }
        if (confirmed(observations, Condition.SLOW, rule.fails())) {
            return finding(observations, Condition.SLOW, rule.fails());
        }
        var recovers = finding.condition() == Condition.UNKNOWN ? new Confirmation(1, 1) : rule.recovers();
        if (confirmed(observations, Condition.HEALTHY, recovers)) {
            return finding(observations, Condition.HEALTHY, recovers);
        }
        return finding;
    }

    private static boolean confirmed(List<Observation> observations, Condition condition, Confirmation needed) {
        return observations.stream()
                        .limit(needed.window())
                        .filter(observation -> speaksFor(observation, condition))
                        .count()
                >= needed.count();
    }

    private Finding finding(List<Observation> observations, Condition condition, Confirmation needed) {
        var speaking = observations.stream()
                .limit(needed.window())
                .filter(observation -> speaksFor(observation, condition))
                .toList();
        var newestOne = speaking.getFirst();
        var since = finding.condition() == condition
                ? finding.since()
                : speaking.getLast().at();
        var reason = "%s, %d of the last %d".formatted(reason(newestOne), speaking.size(), needed.window());
        return new Finding(condition, since, newestOne.at(), reason);
    }

    private static boolean speaksFor(Observation observation, Condition condition) {
        return switch (observation.answer()) {
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
