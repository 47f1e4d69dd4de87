package dev.backonline.store.memory;

import dev.backonline.channel.Keyring;
import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentBook;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Restraint;
import dev.backonline.incident.Restraint.Draft;
import dev.backonline.incident.Transition.Alarmed;
import dev.backonline.incident.alarm.AlarmBook;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Ledger;
import dev.backonline.store.Store;
import dev.backonline.store.history.MemoryHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The simplest store: keeps everything in memory, one thing at a time, under the same contract as the real ones. */
public final class MemoryStore implements IncidentBook, AlarmBook, Ledger, Restraint.Book {
    private static final Comparator<Incident> NEWEST_FIRST = Comparator.comparing(Incident::publishedAt)
            .thenComparing(Incident::startedAt)
            .reversed()
            .thenComparing(incident -> incident.id().value());

    private final Map<IncidentId, Incident> incidents = new HashMap<>();
    private final Map<IncidentId, Instant> seen = new HashMap<>();
    private final MemoryOutbox outbox = new MemoryOutbox();
    private Restraint restraint = Restraint.NONE;
    private Optional<Instant> pulse = Optional.empty();

    private final MemoryMaintenances maintenances = new MemoryMaintenances();
    private final MemoryAudit audit = new MemoryAudit();
    private final MemoryHistory history = new MemoryHistory();

    /** Each time on the same rows. */
    public Store store() {
        return new Store(
                this, this, this, this, outbox, maintenances, _ -> Keyring.NONE, history, audit, Optional.empty());
    }

    @Override
    public synchronized Optional<Incident> find(IncidentId id) {
        return Optional.ofNullable(incidents.get(id));
    }

    @Override
    public synchronized List<Incident> live(Instant resolvedSince) {
        return sorted(incident -> incident.isTrouble()
                && incident.resolvedAt()
                        .filter(time -> time.isBefore(resolvedSince))
                        .isEmpty());
    }

    @Override
    public synchronized List<Incident> maintenances() {
        return sorted(incident -> incident.maintenance().isPresent() && incident.isOpen());
    }

    @Override
    public synchronized List<Incident> newest(int most) {
        return sorted(Incident::isTrouble).stream().limit(most).toList();
    }

    @Override
    public synchronized List<Standing> standing() {
        return sorted(incident -> incident.isAlarm() && incident.isOpen()).stream()
                .map(story -> new Standing(story, seen.getOrDefault(story.id(), Instant.EPOCH)))
                .toList();
    }

    /** How many incidents there are. */
    public synchronized int size() {
        return incidents.size();
    }

    @Override
    public synchronized Optional<Incident> last(String key) {
        return sorted(incident -> incident.latest().transition() instanceof Alarmed alarmed
                        && alarmed.key().equals(key))
                .stream()
                .findFirst();
    }

    @Override
    public synchronized void seen(List<IncidentId> stories, Instant now) {
        stories.forEach(story -> seen.merge(story, now, (one, other) -> one.isAfter(other) ? one : other));
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
        seen.put(incident.id(), incident.latest().at());
        outbox.add(told, change.update().at());
        restraint = restraint.after(change);
        if (told.stream().anyMatch(Delivery::isAwaiting)) {
            pulse = Optional.of(change.update().at());
        }
        return true;
    }

    @Override
    public synchronized Restraint restraint() {
        return restraint;
    }

    @Override
    public synchronized boolean keep(Decision.Quiet decision) {
        if (!isNew(decision)) {
            return false;
        }
        if (decision instanceof Decision.Drafted(var draft)) {
            pulse = Optional.of(draft.at());
        }
        restraint = restraint.after(decision);
        return true;
    }

    private boolean isNew(Decision.Quiet decision) {
        return switch (decision) {
            case Decision.Drafted(var draft) -> draft(draft.incident()).isEmpty();
            case Decision.Approved approved ->
                draft(approved.draft().incident())
                        .filter(one -> one.approvedBy().isEmpty())
                        .isPresent();
            case Decision.Dropped dropped -> draft(dropped.draft().incident()).isPresent();
            case Decision.Forgotten forgotten -> restraint.dismissals().contains(forgotten.dismissal());
            case Decision.Muted _ -> restraint.mute().isEmpty();
            case Decision.Unmuted _ -> restraint.mute().isPresent();
        };
    }

    private Optional<Draft> draft(IncidentId incident) {
        return restraint.drafts().stream()
                .filter(draft -> draft.incident().equals(incident))
                .findFirst();
    }

    @Override
    public synchronized Duration awake(Instant now) {
        var gap = pulse.map(at -> Duration.between(at, now))
                .filter(away -> away.compareTo(Duration.ofSeconds(15)) > 0)
                .orElse(Duration.ZERO);
        pulse = Optional.of(now);
        waitLonger(gap);
        outbox.waitLonger(gap);
        return gap;
    }

    private void waitLonger(Duration by) {
        var drafts = restraint.drafts().stream()
                .map(one -> new Draft(
                        one.incident(),
                        one.services(),
                        one.state(),
                        one.at(),
                        one.until().plus(by),
                        one.approvedBy(),
                        one.why()))
                .toList();
        restraint = new Restraint(restraint.mute(), drafts, restraint.dismissals());
    }

    @Override
    public synchronized void shift(Duration by) {
        waitLonger(by);
        pulse = pulse.map(at -> at.plus(by));
        incidents.replaceAll((_, incident) -> new Incident(
                incident.id(),
                incident.version(),
                incident.status(),
                incident.startedAt(),
                incident.onset(),
                incident.resolvedAt(),
                incident.nextStill().map(due -> incident.isOpen() ? due.plus(by) : due),
                incident.services(),
                incident.updates()));
    }
}
