package dev.backonline.bot.rehearsal;

import dev.backonline.config.BotConfig;
import dev.backonline.incident.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Plays recorded answers through the real operation, from event to event: an answer that changes something, or the moment at which
 * the engine has something to say. Between these nothing is simulated.
 */
public final class Playback {
    private final VirtualOperation operation;
    private final List<Reel> reels;
    private final List<Reel> canaries;
    private final PriorityQueue<Reel> queue = new PriorityQueue<>(Comparator.comparing(Reel::next));
    private final List<Change> changes = new ArrayList<>();
    private final List<Posting> posts = new ArrayList<>();
    private final Instant start;
    private Instant due = Instant.MAX;
    private boolean doubted;

    /** What a moment brought. */
    enum Found {
        NOTHING,
        /** What is known is as it was, but surer. */
        A_REASON_TO_LOOK,
        /** What is known has changed. */
        NEWS;

        Found or(Found other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    /** Nothing is played yet. The configuration should have canaries only if there are courses of them. */
    public Playback(BotConfig config, List<Course> courses) {
        start = courses.stream()
                .flatMap(course -> course.samples().stream().limit(1))
                .map(Sample::at)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        operation = new VirtualOperation(config, start, new VirtualOperation.Audience(changes::add, posts::add));
        reels = courses.stream().map(course -> new Reel(course, operation)).toList();
        canaries = reels.stream()
                .filter(reel -> reel.course().subject() instanceof Course.OfCanary)
                .toList();
        queue.addAll(reels);
    }

    /** Plays all there is until this time, which is the end. */
    public Performance until(Instant end) {
        for (var now = nextEvent(); !now.isAfter(end); now = nextEvent()) {
            operation.set(now);
            var found = play(now);
            if (found != Found.NOTHING || !now.isBefore(due)) {
                decide(now, end, found == Found.NEWS);
            }
        }
        return new Performance(start, end, changes, posts);
    }

    /** Never before what was played already. */
    private Instant nextEvent() {
        var reel = queue.peek();
        var soonest = reel == null || due.isBefore(reel.next()) ? due : reel.next();
        return soonest.isBefore(operation.now()) ? operation.now() : soonest;
    }

    /** All that happens at this moment. */
    private Found play(Instant now) {
        var found = Found.NOTHING;
        for (var reel = queue.peek(); reel != null && !reel.next().isAfter(now); reel = queue.peek()) {
            queue.remove();
            if (reel.isForgetting()) {
                siblings(reel).forEach(sibling -> sibling.catchUp(now));
            }
            found = found.or(reel.play(now));
            if (doubted && reel.vouches()) {
                found = found.or(Found.A_REASON_TO_LOOK);
            }
            queue.add(reel);
        }
        return found;
    }

    private List<Reel> siblings(Reel reel) {
        return reels.stream().filter(other -> other.isAbout(reel)).toList();
    }

    private void decide(Instant now, Instant end, boolean news) {
        canaries.forEach(reel -> reel.catchUp(now));
        var troubled = reels.stream().filter(Reel::isTrouble).toList();
        troubled.forEach(reel -> reel.catchUp(now));
        var changed = operation.review() || news;
        if (!changed && now.isBefore(due) && !doubted) {
            return;
        }
        if (changed) {
            troubled.forEach(reel -> lookAgain(reel, now));
        }
        var foresight = new Foresight(operation.outlook());
        doubted = !canaries.isEmpty() && foresight.isDue().test(now);
        due = doubted ? nextCanary(now) : foresight.first(now, end, due).orElse(Instant.MAX);
    }

    private void lookAgain(Reel reel, Instant now) {
        queue.remove(reel);
        reel.lookAgain(now);
        queue.add(reel);
    }

    private Instant nextCanary(Instant now) {
        return canaries.stream()
                .filter(Reel::vouches)
                .map(reel -> reel.nextTestimony(now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
