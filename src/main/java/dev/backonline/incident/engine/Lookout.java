package dev.backonline.incident.engine;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Restraint.Mute;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what operators must know now. Level, not edge: an alarm stands for as long as its cause does. */
record Lookout(Review review) {

    Stream<Alarm> alarms() {
        var drafts = review.restraint().drafts().stream()
                .filter(draft -> draft.approvedBy().isEmpty())
                .map(Alarm.ApprovalAwaited::new);
        var incidents =
                review.situation().live().stream().filter(Incident::isOpen).flatMap(this::alarms);
        return Stream.concat(drafts, incidents);
    }

    private Stream<Alarm> alarms(Incident incident) {
        if (review.present(incident).isEmpty()) {
            return Stream.of(new Alarm.ServicesGone(incident.id(), incident.all()));
        }
        return incident.isInHands()
                ? Stream.concat(reminder(incident).stream(), unsaid(incident).stream())
                : missed(incident).stream();
    }

    private Optional<Alarm> reminder(Incident incident) {
        return incident.nextStill()
                .filter(due -> !due.isAfter(review.now()))
                .map(due -> new Alarm.PromiseDue(incident.id(), due));
    }

    private Optional<Alarm> unsaid(Incident incident) {
        return review.recovery(incident)
                .filter(since ->
                        !since.plus(review.publishing().recoveredAfter()).isAfter(review.now()))
                .map(since -> new Alarm.RecoveryUnsaid(incident.id(), since));
    }

    /** A follow-up may be a little late where it gives way to the end. */
    private Optional<Alarm> missed(Incident incident) {
        return incident.nextStill()
                .filter(due -> due.plus(Progress.GRACE).isBefore(review.now()))
                .map(due -> new Alarm.PromiseMissed(incident.id(), due, cause()));
    }

    private String cause() {
        return review.restraint()
                .mute()
                .map(Mute::by)
                .map(by -> "muted by " + by)
                .orElse("the bot was not there, or could not write it down");
    }
}
