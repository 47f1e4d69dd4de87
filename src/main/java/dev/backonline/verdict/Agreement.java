package dev.backonline.verdict;

import dev.backonline.check.Location;
import dev.backonline.verdict.Finding.Condition;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What as many locations as the rule wants agree upon: trouble, that there is none, or that too little is known. */
record Agreement(Rule rule, Track unheard, SortedMap<Location, Track> tracks) {

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
        return new Finding(Condition.HEALTHY, decisive.since(), decisive.confirmed(), decisive.reason() + from(well));
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
