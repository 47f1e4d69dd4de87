package dev.backonline.verdict;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.verdict.Finding.Condition;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Judges one service from its newest observations; each observation makes a new judge. Pure. */
public final class Judge {
    private final Standard standard;
    private final SequencedMap<CheckId, Lookouts> checks;
    private final Verdict found;
    private final Temper temper;
    /** Reached once, since thousands of judges are asked for it several times a second. */
    private final Verdict verdict;

    private Judge(Standard standard, SequencedMap<CheckId, Lookouts> checks, Temper before, Instant now) {
        this.standard = standard;
        this.checks = Collections.unmodifiableSequencedMap(checks);
        this.found = new Panel(standard, checks.values()).verdict();
        this.temper = before.after(found, now);
        this.verdict = temper.tempered(found);
    }

    /** A judge who knows nothing yet: one success is enough to call a check healthy. */
    public static Judge fresh(Standard standard, Instant now) {
        return starting(standard, Finding.unknown(now, "not observed yet"), Condition.UNKNOWN);
    }

    /** The same for a service of which any check is enough. */
    public static Judge fresh(ServiceId service, List<Rule> rules, Instant now) {
        return fresh(Standard.plain(service, rules), now);
    }

    /**
     * A judge who takes over while trouble is public: only a confirmed recovery ends it. Until something is confirmed the verdict is
     * unknown, since nobody remembers which check failed or how badly.
     */
    public static Judge troubled(Standard standard, Instant now) {
        return starting(
                standard, Finding.unknown(now, "in trouble before the start, not confirmed yet"), Condition.FAILING);
    }

    /** The same for a service of which any check is enough. */
    public static Judge troubled(ServiceId service, List<Rule> rules, Instant now) {
        return troubled(Standard.plain(service, rules), now);
    }

    private static Judge starting(Standard standard, Finding finding, Condition held) {
        var checks = new LinkedHashMap<CheckId, Lookouts>();
        standard.rules().forEach(rule -> checks.put(rule.check(), Lookouts.starting(rule, finding, held)));
        return new Judge(standard, checks, Temper.starting(standard.flapping(), held.isTrouble()), finding.since());
    }

    public Standard standard() {
        return standard;
    }

    public Judge with(Observation observation) {
        var lookouts = checks.get(observation.check());
        if (lookouts == null || observation.answer() instanceof Answer.Inconclusive) {
            return this;
        }
        var changed = new LinkedHashMap<>(checks);
        changed.put(observation.check(), lookouts.with(observation));
        return new Judge(standard, changed, temper, observation.at());
    }

    /** What is known at this time; findings that nothing confirmed for two intervals are forgotten. */
    public Judge at(Instant now) {
        if (!temper.isOver(found, now) && !isStale(now)) {
            return this;
        }
        var changed = new LinkedHashMap<>(checks);
        changed.replaceAll((_, lookouts) -> lookouts.at(now));
        return new Judge(standard, changed, temper, now);
    }

    private boolean isStale(Instant now) {
        for (var lookouts : checks.values()) {
            if (lookouts.isStale(now)) {
                return true;
            }
        }
        return false;
    }

    /** After the clock was moved: one round of confirmation passes before anything is known again. */
    public Judge anew(Instant now) {
        var changed = new LinkedHashMap<>(checks);
        changed.replaceAll(
                (_, lookouts) -> lookouts.anew(Finding.unknown(now, "the clock was moved, not confirmed yet")));
        return new Judge(standard, changed, Temper.starting(standard.flapping(), temper.inTrouble()), now);
    }

    public Verdict verdict() {
        return verdict;
    }

    /** What each check says, whatever the verdict: one line for each, for operators only. */
    public List<String> findings() {
        return checks.values().stream().map(Panel::explained).toList();
    }

    /** A check is asked from too few places for what its rule wants: people should know. */
    public boolean lacksLocations() {
        // No stream: every judge is asked several times a second.
        for (var lookouts : checks.values()) {
            if (lookouts.lacksLocations()) {
                return true;
            }
        }
        return false;
    }
}
