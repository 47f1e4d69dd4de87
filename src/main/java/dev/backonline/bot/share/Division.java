package dev.backonline.bot.share;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who of a location should hold how many of its shares. Everybody finds the same without a word, takes no more than that of what is
 * free, and gives up what is more; so no share moves that need not. Pure.
 */
record Division(int shares) {

    /** What one of them is to do now. */
    record Step(Set<Integer> taken, Set<Integer> givenUp) {}

    /** {@code peers}: those that can ask; {@code held}: who holds each share that is not free. */
    Step step(String me, Collection<String> peers, Map<Integer, String> held) {
        var mine = held.entrySet().stream()
                .filter(one -> one.getValue().equals(me))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        var inOrder = new TreeSet<>(peers).stream().toList();
        var place = inOrder.indexOf(me);
        var due = place < 0 ? 0 : due(place, inOrder.size());
        return new Step(
                free(place, inOrder.size(), held.keySet())
                        .limit(Math.max(0, due - mine.size()))
                        .collect(Collectors.toSet()),
                mine.descendingSet().stream()
                        .limit(Math.max(0, mine.size() - due))
                        .collect(Collectors.toSet()));
    }

    /** What is left over by an even division is for the first. */
    private int due(int place, int peers) {
        return shares / peers + (place < shares % peers ? 1 : 0);
    }

    /** Each begins elsewhere, so that two seldom reach for the same. */
    private Stream<Integer> free(int place, int peers, Set<Integer> held) {
        return place < 0
                ? Stream.empty()
                : IntStream.range(0, shares)
                        .map(share -> (share + place * shares / peers) % shares)
                        .filter(share -> !held.contains(share))
                        .boxed();
    }
}
