package dev.backonline.incident.engine;

import dev.backonline.incident.Incident;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import java.time.Duration;

/** Trouble that came back in an incident; a bout no longer than {@code shortBout} is a short one. */
record Relapse(Incident incident, Duration shortBout) {

    /** Whether this relapse follows another after a short bout: then it is not worth telling each end and each return. */
    boolean comesAndGoes() {
        return incident.isRelapsed() && (wasIntermittent() || lasted().compareTo(shortBout) <= 0);
    }

    private boolean wasIntermittent() {
        return incident.updates().stream().anyMatch(update -> update.transition() instanceof Transition.Intermittent);
    }

    /** How long the bout lasted that was last said to be over. */
    private Duration lasted() {
        var end = incident.updates().reversed().stream()
                .filter(update ->
                        update.status() == Status.MONITORING || update.status().isOver())
                .map(update ->
                        update.transition() instanceof Transition.Resolved(var _, var until) ? until : update.at())
                .findFirst();
        return Duration.between(incident.onset(), end.orElse(incident.onset()));
    }
}
