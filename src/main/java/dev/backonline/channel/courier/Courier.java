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
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes the deliveries of one channel to their end. A delivery is frozen and committed before the socket is written; whatever may
 * have arrived is looked up before it is repeated; what is stale is not told. Blocks (virtual threads).
 */
public final class Courier {
    /** Ours: how many deliveries are read at once for each that may be served at once. */
    private static final int BATCH = 8;

    private final Line line;
    private final Outbox outbox;
    private final IncidentBook book;
    private final Round round;
    private final Attempt attempt;
    private final Inquiry inquiry;

    public Courier(Line line, Outbox outbox, IncidentBook book, Composer composer, Round.Means means) {
        this.line = line;
        this.outbox = outbox;
        this.book = book;
        this.round = new Round(line, outbox, means);
        this.attempt = new Attempt(line, composer, round);
        this.inquiry = new Inquiry(line, outbox, round);
    }

    /** Works on what is due now; gives whether there was anything. A bug at one delivery leaves the others their turn. */
    public boolean work() {
        var parallel = line.capabilities().parallel();
        var due = outbox.due(line.id(), round.now(), parallel * BATCH);
        if (parallel == 1) {
            due.forEach(this::attend);
        } else {
            attendTogether(due);
        }
        return !due.isEmpty();
    }

    private void attendTogether(List<Delivery> due) {
        var unavailable = new AtomicReference<@Nullable StoreUnavailable>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(delivery -> workers.execute(() -> {
                try {
                    attend(delivery);
                } catch (StoreUnavailable failure) {
                    unavailable.set(failure);
                }
            }));
        }
        var failure = unavailable.get();
        if (failure != null) {
            throw failure;
        }
    }

    private void attend(Delivery delivery) {
        try {
            serve(delivery);
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

    private void serve(Delivery delivery, Incident incident) {
        var thread = outbox.thread(delivery.incident(), delivery.recipient());
        switch (use(delivery, incident, thread)) {
            case Use.Superseded(var why) -> round.step(delivery, delivery.superseded(why));
            case Use.Unwanted(var why) -> round.step(delivery, delivery.abandoned(why));
            case Use.Say(var saying) -> attempt.at(new Composer.Task(incident, delivery, thread, saying));
        }
    }

    /** What the network takes for the same post is repeated whatever has happened since: only so its fate becomes known. */
    private Use use(Delivery delivery, Incident incident, List<Delivery> thread) {
        var frozen = delivery.frozen();
        return frozen.isPresent() && line.capabilities().repeat() instanceof Repeat.Same
                ? new Use.Say(frozen.get().saying())
                : new Usefulness(incident, thread, line.subscription().late()).of(delivery);
    }
}
