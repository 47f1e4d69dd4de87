package dev.backonline.verdict;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.verdict.Finding.Condition;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Judges one service from its newest observations; each observation makes a new judge. Pure. */
public final class Judge {
    private final ServiceId service;
    private final SequencedMap<CheckId, Track> tracks;
    /** Reached once, since thousands of judges are asked for it several times a second. */
    private final Verdict verdict;

    private Judge(ServiceId service, SequencedMap<CheckId, Track> tracks) {
        this.service = service;
        this.tracks = Collections.unmodifiableSequencedMap(tracks);
        this.verdict = reached();
    }

    /** A judge who knows nothing yet: one success is enough to call a check healthy. */
    public static Judge fresh(ServiceId service, List<Rule> rules, Instant now) {
        return starting(service, rules, Finding.unknown(now, "not observed yet"), Condition.UNKNOWN);
    }

    /**
     * A judge who takes over while trouble is public: only a confirmed recovery ends it. Until something is confirmed the verdict is
     * unknown, since nobody remembers which check failed or how badly.
     */
    public static Judge troubled(ServiceId service, List<Rule> rules, Instant now) {
        return starting(
                service,
                rules,
                Finding.unknown(now, "in trouble before the start, not confirmed yet"),
                Condition.FAILING);
    }

    private static Judge starting(ServiceId service, List<Rule> rules, Finding finding, Condition held) {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("service '%s' should have at least one check".formatted(service));
        }
        var tracks = new LinkedHashMap<CheckId, Track>();
        rules.forEach(rule -> tracks.put(rule.check(), Track.starting(rule, finding, held)));
        return new Judge(service, tracks);
    }

    public Judge with(Observation observation) {
        var track = tracks.get(observation.check());
        if (track == null) {
            return this;
        }
        var changed = new LinkedHashMap<>(tracks);
        changed.put(observation.check(), track.with(observation));
        return new Judge(service, changed);
    }

    /** What is known at this time; findings that nothing confirmed for two intervals are forgotten. */
    public Judge at(Instant now) {
        if (tracks.values().stream().noneMatch(track -> track.isStale(now))) {
            return this;
        }
        var changed = new LinkedHashMap<>(tracks);
        changed.replaceAll((_, track) -> track.at(now));
        return new Judge(service, changed);
    }

    public Verdict verdict() {
        return verdict;
    }

    private Verdict reached() {
        var worst = worst(tracks.values());
        var finding = worst.finding();
        return switch (finding.condition()) {
            case FAILING ->
                new Verdict.Failing(
                        service, worst.rule().impact(), finding.since(), finding.confirmed(), explained(worst));
            case SLOW -> new Verdict.Degraded(service, finding.since(), finding.confirmed(), explained(worst));
            case HEALTHY -> new Verdict.Healthy(service, latestRecovery());
            case UNKNOWN -> new Verdict.Unknown(service, finding.since(), explained(worst));
        };
    }

    /** Any failing check fails the service; a check that knows nothing leaves it unknown unless another is in trouble. */
    private static Track worst(Collection<Track> tracks) {
        return tracks.stream()
                .max(Comparator.comparingInt(Judge::weight)
                        .thenComparing(track -> track.rule().impact())
                        .thenComparing(track -> track.finding().since(), Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static int weight(Track track) {
        return switch (track.finding().condition()) {
            case HEALTHY -> 0;
            case UNKNOWN -> 1;
            case SLOW -> 2;
            case FAILING -> 3;
        };
    }

    private Instant latestRecovery() {
        return tracks.values().stream()
                .map(track -> track.finding().since())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String explained(Track track) {
        return track.rule().check() + ": " + track.finding().reason();
    }
}
