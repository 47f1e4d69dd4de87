package dev.backonline.incident.upkeep;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition.Staged;
import dev.backonline.incident.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what is told of one maintenance: that it is planned, has begun, is over or is called off; each once. Pure. */
public record Herald(IncidentId id, Optional<Incident> told) {

    /** What is to be told of it now, if anything. */
    public Optional<Change> next(Maintenance maintenance, Instant now) {
        return switch (maintenance.stage(now)) {
            case SCHEDULED -> isDueAhead(maintenance, now) ? say(maintenance, Stage.SCHEDULED, now) : Optional.empty();
            case IN_PROGRESS ->
                isNewsThatItBegan(maintenance) ? say(maintenance, Stage.IN_PROGRESS, now) : Optional.empty();
            case COMPLETED -> isOpen() ? say(maintenance, Stage.COMPLETED, now) : Optional.empty();
            case CANCELLED -> isOpen() ? say(maintenance, Stage.CANCELLED, now) : Optional.empty();
        };
    }

    /** What is to be told of one that nobody plans any more: it is called off, or ends now if it had begun. */
    public Optional<Change> gone(Instant now) {
        return told.filter(Incident::isOpen)
                .flatMap(Incident::maintenance)
                .flatMap(last -> next(last.stage(now) == Stage.COMPLETED ? last : last.endedAt(now), now));
    }

    private boolean isOpen() {
        return told.filter(Incident::isOpen).isPresent();
    }

    /** Whoever was told of it is told again once it is put off; nobody else is if it was not to be told ahead. */
    private boolean isDueAhead(Maintenance maintenance, Instant now) {
        return told.flatMap(Incident::maintenance)
                .map(last -> !isAtTheSameTime(last, maintenance))
                .orElseGet(() -> maintenance
                        .ahead()
                        .filter(ahead -> !now.isBefore(maintenance.start().minus(ahead)))
                        .isPresent());
    }

    private static boolean isAtTheSameTime(Maintenance one, Maintenance other) {
        return one.start().equals(other.start()) && one.end().equals(other.end());
    }

    private boolean isNewsThatItBegan(Maintenance maintenance) {
        return told.map(story -> story.status() == Status.SCHEDULED)
                .orElse(maintenance.ahead().isPresent());
    }

    private Optional<Change> say(Maintenance maintenance, Stage stage, Instant now) {
        var updates = new ArrayList<>(told.map(Incident::updates).orElse(List.of()));
        updates.add(new Update(
                updates.size() + 1, now, status(stage), new Staged(maintenance, stage), why(maintenance, stage)));
        var state = stage == Stage.IN_PROGRESS ? ServiceState.UNDER_MAINTENANCE : ServiceState.OPERATIONAL;
        return Optional.of(new Change(new Incident(
                id,
                told.map(Incident::version).orElse(0L) + 1,
                status(stage),
                maintenance.start(),
                maintenance.start(),
                Optional.of(now).filter(_ -> status(stage).isOver()),
                Optional.empty(),
                maintenance.services().stream()
                        .map(service -> new Involved(service, state, now))
                        .toList(),
                updates)));
    }

    private static Status status(Stage stage) {
        return switch (stage) {
            case SCHEDULED -> Status.SCHEDULED;
            case IN_PROGRESS -> Status.IN_PROGRESS;
            case COMPLETED -> Status.COMPLETED;
            case CANCELLED -> Status.CANCELLED;
        };
    }

    private static String why(Maintenance maintenance, Stage stage) {
        return "maintenance %s from %s to %s is %s"
                .formatted(
                        maintenance.id(),
                        maintenance.start(),
                        maintenance.end(),
                        switch (stage) {
                            case SCHEDULED -> "planned";
                            case IN_PROGRESS -> "under way";
                            case COMPLETED -> "over";
                            case CANCELLED -> "called off";
                        });
    }
}
