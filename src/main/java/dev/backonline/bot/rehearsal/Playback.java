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
            var news = play(now);
            if (news || !now.isBefore(due)) {
                decide(now, end);
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

    /** All that happens at this moment; gives whether any of it may matter. */
    private boolean play(Instant now) {
        var news = false;
        for (var reel = queue.peek(); reel != null && !reel.next().isAfter(now); reel = queue.peek()) {
            queue.remove();
            if (reel.isForgetting()) {
                siblings(reel).forEach(sibling -> sibling.catchUp(now));
            }
            news |= reel.play(now) || (doubted && reel.vouches());
            queue.add(reel);
        }
        return news;
    }

    private List<Reel> siblings(Reel reel) {
        return reels.stream().filter(other -> other.isAbout(reel)).toList();
    }

    private void decide(Instant now, Instant end) {
        refresh(now);
        operation.review();
        var foresight = new Foresight(operation.outlook());
        doubted = !canaries.isEmpty() && foresight.isDue().test(now);
        due = doubted ? nextCanary(now) : foresight.first(now, end).orElse(Instant.MAX);
    }

    /** Where canaries are watched, it matters how old the newest failure is. */
    private void refresh(Instant now) {
        if (!canaries.isEmpty()) {
            canaries.forEach(reel -> reel.catchUp(now.minus(Reel.JUST_AFTER)));
            reels.stream().filter(Reel::isTrouble).forEach(reel -> reel.catchUp(now));
        }
    }

    private Instant nextCanary(Instant now) {
        return canaries.stream()
                .filter(Reel::vouches)
                .map(reel -> reel.nextRepeat(now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
