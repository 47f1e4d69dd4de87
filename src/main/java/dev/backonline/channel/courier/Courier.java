package dev.backonline.channel.courier;

import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentBook;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Outbox;
import dev.backonline.outbox.StoreUnavailable;
import dev.backonline.outbox.Usefulness;
import dev.backonline.outbox.Usefulness.Use;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes the deliveries of one channel to their end. A delivery is frozen and committed before the socket is written; whatever may
 * have arrived is looked up before it is repeated; what is stale is not told. Blocks (virtual threads).
 */
public final class Courier {
    /** Ours: how many deliveries are read at once for each that may be served at once. */
    private static final int BATCH = 32;
    /** Ours: what another process has recorded is found this late at most. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);
    /** Ours: what is due and can't be worked on yet is asked for again after this. */
    private static final Duration SHORTEST_REST = Duration.ofMillis(20);

    private static final ThreadFactory WORKERS =
            Thread.ofVirtual().name("courier").factory();

    private final Line line;
    private final Outbox outbox;
    private final IncidentBook book;
    private final Round round;
    private final Attempt attempt;
    private final Inquiry inquiry;
    private final Sickness sickness;
    private volatile boolean stopping;

    public Courier(Line line, Outbox outbox, IncidentBook book, Composer composer, Round.Means means) {
        this.line = line;
        this.outbox = outbox;
        this.book = book;
        this.round = new Round(line, outbox, means);
        this.sickness = new Sickness(line, outbox, round);
        this.attempt = new Attempt(line, composer, round, sickness);
        this.inquiry = new Inquiry(line, outbox, round);
    }

    /**
     * Works on what is due now; gives how long there is nothing more to do, unless something new is recorded meanwhile. A bug at one
     * delivery leaves the others their turn.
     */
    public Duration work() {
        sickness.look();
        if (round.gate().pause().isPositive()) {
            return shorter(round.gate().pause());
        }
        var due = outbox.due(line.id(), round.now(), round.gate().isOnTrial() ? 1 : parallel() * BATCH);
        attendAll(parallel() == 1 ? List.of(due) : due.stream().map(List::of).toList());
        return due.isEmpty() ? untilNext() : Duration.ZERO;
    }

    /** No delivery is begun any more, also of those that were found due; what is under way comes to its end. */
    public void stop() {
        stopping = true;
    }

    private int parallel() {
        return line.capabilities().parallel();
    }

    private Duration untilNext() {
        return outbox.nextDue(line.id())
                .map(next -> Duration.between(round.now(), next))
                .map(Courier::shorter)
                .orElse(LONGEST_REST);
    }

    private static Duration shorter(Duration wait) {
        if (wait.compareTo(LONGEST_REST) > 0) {
            return LONGEST_REST;
        }
        return wait.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : wait;
    }

    /**
     * Each row one after another, as many rows at once as the network allows. On threads that end with the work: what libraries keep for
     * a thread, such as Jackson's buffers, is then not kept for each channel while it waits.
     */
    private void attendAll(List<List<Delivery>> rows) {
        var failed = new AtomicReference<@Nullable Throwable>();
        var desks = new Semaphore(parallel());
        try (var workers = Executors.newThreadPerTaskExecutor(WORKERS)) {
            rows.forEach(row -> workers.execute(() -> {
                desks.acquireUninterruptibly();
                try {
                    row.forEach(this::attend);
                } catch (StoreUnavailable | Error failure) {
                    failed.set(failure);
                } finally {
                    desks.release();
                }
            }));
        }
        switch (failed.get()) {
            case StoreUnavailable unavailable -> throw unavailable;
            case Error error -> throw error;
            case null, default -> {}
        }
    }

    private void attend(Delivery delivery) {
        try {
            if (!stopping && round.gate().enter()) {
                serve(delivery);
            }
        } catch (StoreUnavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException bug) {
            round.stumbled(delivery, bug);
        }
    }

    private void serve(Delivery delivery) {
        if (delivery.state() == DeliveryState.UNKNOWN) {
            inquiry.into(delivery);
        } else {
            book.find(delivery.incident())
                    .ifPresentOrElse(
                            incident -> serve(delivery, incident),
                            () -> round.step(delivery, delivery.abandoned("its incident is not in the book")));
        }
    }

    /** Asks the network who we are, without posting: so that refused credentials are known before they are needed. */
    public void introduce() {
        sickness.introduce();
    }

    private void serve(Delivery delivery, Incident incident) {
        var thread = outbox.thread(delivery.incident(), delivery.recipient());
        switch (use(delivery, incident, thread)) {
            case Use.Superseded(var why) -> round.step(delivery, delivery.superseded(why));
            case Use.Unwanted(var why) -> round.step(delivery, delivery.abandoned(why));
            case Use.Say(var saying) -> attempt.at(new Composer.Task(incident, delivery, thread, saying));
        }
    }

    /**
     * What the network takes for the same post is repeated whatever has happened since: only so its fate becomes known. But where one
     * post is kept up to date, what is older never takes the place of what is newer.
     */
    private Use use(Delivery delivery, Incident incident, List<Delivery> thread) {
        if (line.isLive() && isOvertaken(delivery, thread)) {
            return new Use.Superseded("something newer has been told");
        }
        var frozen = delivery.frozen();
        var usefulness = new Usefulness(incident, thread, line.subscription());
        return frozen.isPresent() && line.repeat(delivery) instanceof Repeat.Same && !usefulness.isLeak()
                ? new Use.Say(frozen.get().saying())
                : usefulness.of(delivery);
    }

    /** One that was held until a person, or mended credentials, let it go. */
    private static boolean isOvertaken(Delivery delivery, List<Delivery> thread) {
        return thread.stream()
                .anyMatch(one -> one.id().value() > delivery.id().value() && one.state() == DeliveryState.SENT);
    }
}
