package dev.backonline.bot.history;

import dev.backonline.catalog.ServiceId;
import dev.backonline.verdict.history.History;
import dev.backonline.verdict.history.Past;
import dev.backonline.verdict.history.Recorder;
import dev.backonline.verdict.history.Retention;
import dev.backonline.verdict.history.Yearbook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Files what the recorder has noted, and looks up what the page shows. Blocks on the database; what fails there is done at the next
 * round. One thread at a time.
 */
public final class Archivist {
    /** Ours: some rows go each time, so that their going keeps nobody waiting. */
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private final Recorder recorder;
    private final Means means;
    private final SumsDue sums;
    private final Lookup lookup;
    private final AtomicBoolean news = new AtomicBoolean();
    private Optional<Instant> forgotten = Optional.empty();
    private Instant shown = Instant.MIN;
    private volatile Map<ServiceId, Past> past;

    /** Where it is kept and for how long, in whose zone the days are, and under which name this process writes. */
    public record Means(History history, Retention retention, ZoneId zone, String writer) {}

    /** {@code past} is shown until it is looked up. */
    public Archivist(Recorder recorder, Yearbook yearbook, Means means, Map<ServiceId, Past> past) {
        this.past = past;
        this.recorder = recorder;
        this.means = means;
        this.sums = new SumsDue(means.history(), means.retention(), means.zone());
        this.lookup = new Lookup(means.history(), yearbook, means.zone());
    }

    /** What the page shows, as it was at the last round that had something new for it: the same map until then. */
    public Map<ServiceId, Past> past() {
        return past;
    }

    /** A service's state is another one now, which is worth showing before the next point of the plot is due. */
    public void news() {
        news.set(true);
    }

    /** To be called after every minute. */
    public synchronized void file(Instant now) {
        write();
        sums.make(now);
        if (forgotten
                .filter(last -> !now.isAfter(last.plus(FORGET_EVERY)) && !now.isBefore(last))
                .isEmpty()) {
            means.history().forget(means.retention(), now);
            forgotten = Optional.of(now);
        }
        show(now);
    }

    /** The rest, at the end. */
    public synchronized void write() {
        for (var notes = recorder.unwritten(means.writer());
                !notes.isEmpty();
                notes = recorder.unwritten(means.writer())) {
            means.history().write(notes);
            recorder.written(notes);
            notes.minutes().forEach(sums::isNew);
        }
    }

    /** Whoever reads the page sees a bar or a plot change every five minutes, and at the end of the minute in which a state changed. */
    private void show(Instant now) {
        var point = Yearbook.point(now);
        if (news.getAndSet(false) || !point.equals(shown)) {
            past = lookup.past(now);
            shown = point;
        }
    }
}
