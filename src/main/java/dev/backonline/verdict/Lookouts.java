package dev.backonline.verdict;

import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import dev.backonline.verdict.Finding.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
        // No stream here and in what is asked as often: ten thousand services are looked through several times a
        // second.
        for (var track : tracks.values()) {
            if (track.isStale(now) || isForgotten(track, now)) {
                return true;
            }
        }
        return false;
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
        if (tracks.size() < 2 || heard() == 0) {
            return false;
        }
        var gaps = rule.gap().multipliedBy(GAPS_REMEMBERED);
        var remembered = gaps.compareTo(REMEMBERED) > 0 ? gaps : REMEMBERED;
        return track.lastHeard().plus(remembered).isBefore(now);
    }

    private long heard() {
        return tracks.values().stream().filter(Track::isKnown).count();
    }

    /** What as many locations as the rule wants agree upon: trouble, that there is none, or that too little is known. */
    private record Agreement(Rule rule, Track unheard, SortedMap<Location, Track> tracks) {

        Finding found() {
            if (tracks.size() == 1 && rule.locations() == 1) {
                return tracks.values().iterator().next().finding();
            }
            var failing = those(track -> track.finding().condition() == Condition.FAILING);
            if (failing.size() >= rule.locations()) {
                return agreed(Condition.FAILING, failing);
            }
            var troubled = those(track -> track.finding().condition().isTrouble());
            return troubled.size() >= rule.locations() ? agreed(Condition.SLOW, troubled) : calm(troubled.size());
        }

        /** What is found when too few are in trouble: that all is well, if those that are silent could not change it. */
        private Finding calm(int troubled) {
            var doubtful = those(track -> !track.isKnown() && track.held().isTrouble());
            if (!doubtful.isEmpty() && troubled + doubtful.size() >= rule.locations()) {
                return Finding.unknown(latest(doubtful), "in trouble when it was last heard of" + from(doubtful));
            }
            var known = those(Track::isKnown);
            if (known.size() < rule.locations()) {
                return tooFew(known.size());
            }
            var well = those(track -> track.finding().condition() == Condition.HEALTHY);
            var decisive = well.get(known.size() - rule.locations()).finding();
            return new Finding(
                    Condition.HEALTHY, decisive.since(), decisive.confirmed(), decisive.reason() + from(well));
        }

        private Finding tooFew(int known) {
            var silent = those(track -> !track.isKnown());
            var since = silent.isEmpty() ? unheard.finding().since() : latest(silent);
            return Finding.unknown(since, "heard from %d of %d locations".formatted(known, rule.locations()));
        }

        /** In trouble since as many as must agree are, and confirmed as long as the newest of them is. */
        private Finding agreed(Condition condition, List<Track> troubled) {
            var since = troubled.get(rule.locations() - 1).finding().since();
            var confirmed = troubled.stream()
                    .map(track -> track.finding().confirmed())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return new Finding(
                    condition, since, confirmed, troubled.getFirst().finding().reason() + from(troubled));
        }

        private String from(List<Track> some) {
            return tracks.entrySet().stream()
                    .filter(entry -> some.contains(entry.getValue()))
                    .map(entry -> entry.getKey().value())
                    .collect(Collectors.joining(", ", " (from ", ")"));
        }

        private static Instant latest(List<Track> tracks) {
            return tracks.getLast().finding().since();
        }

        /** The earliest first. */
        private List<Track> those(Predicate<Track> which) {
            return tracks.values().stream()
                    .filter(which)
                    .sorted(Comparator.comparing(track -> track.finding().since()))
                    .toList();
        }
    }
}
