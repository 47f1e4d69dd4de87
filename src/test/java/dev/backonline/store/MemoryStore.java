package dev.backonline.store;

import dev.backonline.channel.Keyring;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentBook;
import dev.backonline.incident.IncidentId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Ledger;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The simplest store: keeps everything in memory, one thing at a time, under the same contract as the real ones. */
public final class MemoryStore implements IncidentBook, Ledger {
    private static final Comparator<Incident> NEWEST_FIRST = Comparator.comparing(Incident::publishedAt)
            .thenComparing(Incident::startedAt)
            .reversed()
            .thenComparing(incident -> incident.id().value());

    private final Map<IncidentId, Incident> incidents = new HashMap<>();
    private final MemoryOutbox outbox = new MemoryOutbox();

    public Store store() {
        return new Store(this, this, outbox, _ -> Keyring.NONE, new MemoryAudit());
    }

    @Override
    public synchronized Optional<Incident> find(IncidentId id) {
        return Optional.ofNullable(incidents.get(id));
    }

    @Override
    public synchronized List<Incident> live(Instant resolvedSince) {
        return sorted(incident -> incident.resolvedAt()
                .filter(time -> time.isBefore(resolvedSince))
                .isEmpty());
    }

    @Override
    public synchronized List<Incident> newest(int most) {
        return sorted(_ -> true).stream().limit(most).toList();
    }

    private List<Incident> sorted(Predicate<Incident> which) {
        return incidents.values().stream().filter(which).sorted(NEWEST_FIRST).toList();
    }

    @Override
    public synchronized boolean record(Change change, List<Delivery> told) {
        var incident = change.incident();
        if (find(incident.id()).map(Incident::version).orElse(0L) != change.expectedVersion()) {
            return false;
        }
        if (!told.stream().allMatch(delivery -> delivery.incident().equals(incident.id()))) {
            throw new IllegalArgumentException("a change should be told by deliveries of its own incident");
        }
        incidents.put(incident.id(), incident);
        outbox.add(told);
        return true;
    }
}
