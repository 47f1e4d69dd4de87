package dev.backonline.bot.backtest;

import dev.backonline.bot.record.Mapping.Keeping;
import dev.backonline.bot.record.Recording;
import dev.backonline.config.BotConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what was played and what was assumed, so that nobody takes the result for more than it is. */
record Remarks(Recording recording, Casting casting, Trial.Papers papers) {

    List<String> sentences() {
        var sentences = new ArrayList<String>();
        sentences.add("%d rows of %d services, from %s to %s%s."
                .formatted(
                        recording.rows().size(),
                        recording.services().size(),
                        recording.start(),
                        recording.end(),
                        recording.leftOut() == 0
                                ? ""
                                : "; %d rows are left out by the mapping".formatted(recording.leftOut())));
        sentences.add(
                casting.keeping() == Keeping.CHANGES
                        ? "It is taken for a log of changes: each row holds until the service's next one."
                        : "Each row is taken for one answer, and what nothing confirms for two intervals for unknown.");
        sentences.add("Rules: " + ruleLine(casting.config()) + ".");
        if (papers.file() == null) {
            sentences.add(
                    "No file was given: the services are those of the record, of one group unless the mapping says more.");
        }
        if (casting.config().canaries().isEmpty()) {
            sentences.add("The record has no canaries: the prober's own side is taken for well.");
        }
        unheard().ifPresent(sentences::add);
        return sentences;
    }

    private java.util.Optional<String> unheard() {
        var names = casting.unheard().stream().map(Object::toString).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of("The record tells nothing of %s.".formatted(names));
    }

    private static String ruleLine(BotConfig config) {
        var rules = config.publishing();
        var judged = config.services().stream()
                .flatMap(plan -> plan.rules().stream())
                .map(rule -> "fails %s, recovers %s, asked every %s"
                        .formatted(rule.fails(), rule.recovers(), Comparison.words(rule.every())))
                .distinct()
                .collect(Collectors.joining("; or "));
        return "problem-after %s, recovered-after %s, reopen-within %s, join-within %s; %s"
                .formatted(
                        Comparison.words(rules.problemAfter()),
                        Comparison.words(rules.recoveredAfter()),
                        Comparison.words(rules.reopenWithin()),
                        Comparison.words(rules.joinWithin()),
                        judged);
    }
}
