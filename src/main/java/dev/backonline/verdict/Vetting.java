package dev.backonline.verdict;

import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Believes a failure only if our own side surely worked before it was asked for and after it was answered. Until that is known the
 * failure is held back, and what the same check answers next behind it; if our own side failed meanwhile, nothing was learned. Not for
 * several threads at once.
 */
public final class Vetting {
    private final Witnesses witnesses;
    private final Predicate<Observation> doubtful;
    private final boolean canaries;
    private final Duration patience;
    private final Map<CheckId, Deque<Observation>> held = new LinkedHashMap<>();

    private Vetting(Witnesses witnesses, Predicate<Observation> doubtful, boolean canaries, Duration patience) {
        this.witnesses = witnesses;
        this.doubtful = doubtful;
        this.canaries = canaries;
        this.patience = patience;
    }

    /**
     * One of the canaries has to answer before and after whatever is no plain success. What is held for longer than {@code patience}
     * teaches nothing.
     */
    public static Vetting byCanaries(Collection<CheckId> canaries, Duration patience) {
        var names = new LinkedHashMap<CheckId, String>();
        canaries.forEach(canary -> names.put(canary, canary.value()));
        return new Vetting(new Witnesses(names), observation -> !isGood(observation.answer()), true, patience);
    }

    /**
     * Without canaries: some host has to be reached before and after one was not. {@code witnesses}: which host each check asks that is
     * asked often enough; {@code remote}: all that ask one.
     */
    public static Vetting byHosts(Map<CheckId, String> witnesses, Set<CheckId> remote, Duration patience) {
        return new Vetting(
                new Witnesses(witnesses),
                observation -> isUnreached(observation.answer()) && remote.contains(observation.check()),
                false,
                patience);
    }

    /** Takes everything at its word. */
    public static Vetting none() {
        return new Vetting(new Witnesses(Map.of()), _ -> false, false, Duration.ZERO);
    }

    /** Whether anything is ever held back. */
    public boolean isNeeded() {
        return witnesses.areThere();
    }

    /** What is to be believed now that this was observed, in its order; it may be nothing yet, or what was held before. */
    public List<Observation> vetted(Observation observation) {
        var free = new ArrayList<>(heard(observation));
        var behind = held.get(observation.check());
        if (behind != null) {
            behind.add(observation);
            free.addAll(released(observation.check()));
        } else if (isHeld(observation)) {
            held.computeIfAbsent(observation.check(), _ -> new ArrayDeque<>()).add(observation);
        } else {
            free.add(believed(observation));
        }
        return free;
    }

    /** What a witness says of our own side, and what is to be believed upon it. */
    public List<Observation> heard(Observation testimony) {
        if (!witnesses.hear(testimony, isContact(testimony.answer()))) {
            return List.of();
        }
        return List.copyOf(held.keySet()).stream()
                .flatMap(check -> released(check).stream())
                .toList();
    }

    /** What nobody vouched for in time teaches nothing. */
    public List<Observation> expired(Instant now) {
        var tooOld = now.minus(patience);
        var free = new ArrayList<Observation>();
        for (var check : List.copyOf(held.keySet())) {
            var queue = held.getOrDefault(check, new ArrayDeque<>());
            while (!queue.isEmpty() && queue.getFirst().at().isBefore(tooOld)) {
                free.add(inconclusive(queue.removeFirst(), "nothing vouched for our own side in time"));
            }
            free.addAll(released(check));
        }
        return free;
    }

    /** The checks of which something is held, and when the oldest of it was observed. */
    public Map<CheckId, Instant> held() {
        var oldest = new LinkedHashMap<CheckId, Instant>();
        held.forEach((check, queue) -> oldest.put(check, queue.getFirst().at()));
        return oldest;
    }

    /** Until when what is held waits to be vouched for, if anything is. */
    public Optional<Instant> expiry() {
        return held.values().stream()
                .map(queue -> queue.getFirst().at().plus(patience))
                .min(Comparator.naturalOrder());
    }

    /** Whether somebody was named to vouch for our own side. */
    public boolean hasCanaries() {
        return canaries;
    }

    /** These are asked now, and those no more: hosts that nobody asks any longer vouch for nothing. */
    public void asks(Set<CheckId> asked, Set<CheckId> gone) {
        held.keySet().removeAll(gone);
        if (!canaries) {
            witnesses.retain(asked);
        }
    }

    /** After the clock was moved: times that were noted mean nothing any more, and neither does what was held. */
    public void forget() {
        held.clear();
        witnesses.forget();
    }

    /** Whether our own side works, as far as anybody knows; empty while nobody does. */
    public Optional<Boolean> ownSideWorks() {
        return witnesses.ownSideWorks();
    }

    /** The newest proof that our own side works; none while it does not. */
    public Optional<Instant> lastContact() {
        return witnesses.lastContact();
    }

    private List<Observation> released(CheckId check) {
        var queue = held.getOrDefault(check, new ArrayDeque<>());
        var free = new ArrayList<Observation>();
        while (!queue.isEmpty() && !isHeld(queue.getFirst())) {
            free.add(believed(queue.removeFirst()));
        }
        if (queue.isEmpty()) {
            held.remove(check);
        }
        return free;
    }

    private boolean isHeld(Observation observation) {
        return doubtful.test(observation) && witnesses.workedBefore(observation) && !witnesses.workedAfter(observation);
    }

    private Observation believed(Observation observation) {
        return doubtful.test(observation) && !witnesses.workedBefore(observation)
                ? inconclusive(observation, "our own side failed")
                : observation;
    }

    private static Observation inconclusive(Observation observation, String why) {
        var before = observation.answer().reason();
        var reason = before.isEmpty() ? why : why + ": " + before;
        return observation.with(new Answer.Inconclusive(reason));
    }

    /** A canary has to succeed; a host of which no more is known has to be reached, whatever it answers. */
    private Optional<Boolean> isContact(Answer answer) {
        return switch (answer) {
            case Answer.Up _, Answer.Slow _ -> Optional.of(true);
            case Answer.Down down -> Optional.of(!canaries && down.layer() == Answer.Layer.ANSWER);
            case Answer.Inconclusive _ -> canaries ? Optional.of(false) : Optional.empty();
        };
    }

    private static boolean isGood(Answer answer) {
        return answer instanceof Answer.Up || answer instanceof Answer.Inconclusive;
    }

    private static boolean isUnreached(Answer answer) {
        return answer instanceof Answer.Down down && down.layer() == Answer.Layer.TRANSPORT;
    }
}
