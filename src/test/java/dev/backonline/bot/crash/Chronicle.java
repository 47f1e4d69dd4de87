package dev.backonline.bot.crash;

import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens in the town: in waves, each of which begins an incident and takes the unfinished ones a step on. */
record Chronicle(Store store, Announcer announcer) {
    private static final int MOST = 10_000;

    /** The newest first. */
    List<Incident> all() {
        return store.incidents().newest(MOST);
    }

    void wave(Instant now, boolean another) {
        var open = store.incidents().live(now).stream().filter(Incident::isOpen).toList();
        open.forEach(incident -> next(incident, now));
        if (another) {
            begin(all().size() + 1, now);
        }
    }

    private void next(Incident incident, Instant now) {
        if (incident.updates().size() == 1) {
            record(incident, Status.INVESTIGATING, new Transition.Still(List.of(Crew.CHAT), Optional.empty()), now);
        } else {
            record(incident, Status.RESOLVED, new Transition.Resolved(List.of(Crew.CHAT), now), now);
        }
    }

    private void begin(int number, Instant now) {
        var problem = new Transition.Problem(List.of(Crew.CHAT), Optional.empty());
        record(
                new IncidentId("incident%04d".formatted(number)),
                List.of(new Update(1, now, Status.INVESTIGATING, problem, "made up")),
                now);
    }

    private void record(Incident before, Status status, Transition transition, Instant now) {
        var updates = new ArrayList<>(before.updates());
        updates.add(new Update(updates.size() + 1, now, status, transition, "made up"));
        record(before.id(), updates, before.startedAt());
    }

    private void record(IncidentId id, List<Update> updates, Instant startedAt) {
        var latest = updates.getLast();
        var incident = new Incident(
                id,
                updates.size(),
                latest.status(),
                startedAt,
                startedAt,
                latest.status() == Status.RESOLVED ? Optional.of(latest.at()) : Optional.empty(),
                Optional.empty(),
                List.of(new Involved(Crew.CHAT, ServiceState.MAJOR_OUTAGE, startedAt)),
                updates);
        var change = new Change(incident);
        store.ledger().record(change, announcer.deliveries(change));
    }

    /** Nothing is left to be told, and nothing to be found out. */
    boolean isSettled() {
        return all().stream()
                .allMatch(incident -> !incident.isOpen()
                        && store.outbox().of(incident.id()).stream()
                                .map(one -> one.state())
                                .noneMatch(DeliveryState::blocksThread));
    }
}
