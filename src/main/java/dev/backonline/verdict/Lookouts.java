package dev.backonline.verdict;

import dev.backonline.check.Location;
import dev.backonline.check.Observation;
import dev.backonline.verdict.Finding.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One check as it is seen from every location that asks it, and what as many of them agree upon as the rule wants. Silence ends no
 * trouble: while those that saw it last could still make it up, nothing is known. {@code unheard} is where a new location starts.
 */
record Lookouts(Rule rule, Track unheard, SortedMap<Location, Track> tracks, Finding finding) {
    /** Ours: a location that is silent for longer was taken away, and what it saw last counts no more. */
    private static final Duration REMEMBERED = Duration.ofHours(1);
    /** Ours: for checks that are asked seldom. */
    private static final int GAPS_REMEMBERED = 10;

    static Lookouts starting(Rule rule, Finding finding, Condition held) {
        return new Lookouts(rule, Track.starting(rule, finding, held), new TreeMap<>(), finding);
    }

    /** After one more observation, which is conclusive. */
    Lookouts with(Observation observation) {
        var track = tracks.getOrDefault(observation.location(), unheard);
        var changed = new TreeMap<>(tracks);
        changed.put(observation.location(), track.with(observation));
        return seen(changed);
    }

    boolean isStale(Instant now) {
        return tracks.values().stream().anyMatch(track -> track.isStale(now) || isForgotten(track, now));
    }

    Lookouts at(Instant now) {
        if (!isStale(now)) {
            return this;
        }
        var changed = new TreeMap<>(tracks);
        changed.replaceAll((_, track) -> track.at(now));
        changed.values().removeIf(track -> isForgotten(track, now));
        return seen(changed);
    }

    /** When the clock was moved, times that were noted mean nothing any more; what was confirmed has to be confirmed once more. */
    Lookouts anew(Finding nothing) {
        var changed = new TreeMap<>(tracks);
        changed.replaceAll((_, track) -> track.anew(nothing));
        return new Lookouts(rule, unheard.anew(nothing), changed, nothing);
    }

    /** Too few locations are heard from to agree upon anything. */
    boolean lacksLocations() {
        return rule.locations() > 1 && heard() < rule.locations();
    }

    private Lookouts seen(SortedMap<Location, Track> changed) {
        return new Lookouts(rule, unheard, changed, new Agreement(rule, unheard, changed).found());
    }

    /** The last one is never forgotten: it is ours. */
    private boolean isForgotten(Track track, Instant now) {
        var gaps = rule.gap().multipliedBy(GAPS_REMEMBERED);
        var remembered = gaps.compareTo(REMEMBERED) > 0 ? gaps : REMEMBERED;
        return tracks.size() > 1
                && heard() > 0
                && track.lastHeard().plus(remembered).isBefore(now);
    }

    private long heard() {
        return tracks.values().stream().filter(Track::isKnown).count();
    }
}
