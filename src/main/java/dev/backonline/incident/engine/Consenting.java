package dev.backonline.incident.engine;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Publishing.Consent;
import dev.backonline.incident.Publishing.Expired;
import dev.backonline.incident.Restraint.Dismissal;
import dev.backonline.incident.Restraint.Draft;
import dev.backonline.verdict.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Sees to it that claims which a person has to approve wait for that, and ends what has waited. */
record Consenting(Review review) {

    private Consent consent() {
        return review.publishing().consent();
    }

    /** What a claim that is due comes to; empty while it waits for a person. */
    Optional<Decision> on(Claim claim) {
        var reason = reason(claim);
        if (reason.isEmpty()) {
            return Optional.of(new Change(claim.incident()));
        }
        var waiting = draftOf(claim.incident());
        if (waiting.isEmpty()) {
            return Optional.of(new Decision.Drafted(draft(claim, reason.get())));
        }
        return mayGo(waiting.get()) ? Optional.of(new Change(claim.incident(), true, List.of())) : Optional.empty();
    }

    private boolean mayGo(Draft draft) {
        return draft.approvedBy().isPresent() || (isExpired(draft) && consent().expired() == Expired.SEND);
    }

    /** Why a person has to look at it first. */
    private Optional<String> reason(Claim claim) {
        if (new Breadth(review).isEverything(claim.services())) {
            return Optional.of("so much fails at once that it may be our own mistake");
        }
        return consent().approve().asksFor(claim.state())
                ? Optional.of("approve: " + consent().approve().name().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private Draft draft(Claim claim, String reason) {
        return new Draft(
                claim.incident().id(),
                claim.services(),
                claim.state(),
                review.now(),
                review.now().plus(consent().within()),
                Optional.empty(),
                "%s (%s)".formatted(claim.incident().latest().why(), reason));
    }

    private Optional<Draft> draftOf(Incident incident) {
        return review.restraint().drafts().stream()
                .filter(draft -> draft.incident().equals(incident.id()))
                .findFirst();
    }

    /** The draft of a new incident that speaks of one of these services; that of one that is over keeps its name to itself. */
    Optional<Draft> draftOf(List<ServiceId> services) {
        return review.restraint().drafts().stream()
                .filter(draft ->
                        !isOfIncident(draft) && draft.services().stream().anyMatch(services::contains))
                .findFirst();
    }

    private boolean isOfIncident(Draft draft) {
        return review.situation().live().stream()
                .anyMatch(incident -> incident.id().equals(draft.incident()));
    }

    /** Services whose new trouble does nothing but wait. */
    Set<ServiceId> waiting() {
        var waiting = new HashSet<ServiceId>();
        review.restraint().drafts().stream()
                .filter(draft -> !mayGo(draft) && !isOfOpenIncident(draft))
                .forEach(draft -> waiting.addAll(draft.services()));
        return waiting;
    }

    /** The end of a draft that has nothing to wait for any more. */
    Optional<Decision> ended() {
        return review.restraint().drafts().stream()
                .flatMap(draft -> ended(draft).stream())
                .findFirst();
    }

    private Optional<Decision> ended(Draft draft) {
        if (draft.services().stream().allMatch(service -> isGone(draft, service))) {
            return Optional.of(
                    new Decision.Dropped(draft, "it was over, or told, before anybody approved it", List.of()));
        }
        if (draft.approvedBy().isEmpty() && isExpired(draft) && consent().expired() == Expired.DROP) {
            var why = "nobody approved it by " + draft.until();
            return Optional.of(new Decision.Dropped(draft, why, dismissed(draft, review, why)));
        }
        return Optional.empty();
    }

    /** What a person, or nobody, let pass is not drafted again while it lasts. */
    static List<Dismissal> dismissed(Draft draft, Review review, String why) {
        return draft.services().stream()
                .map(service -> new Dismissal(service, draft.state(), review.now(), why))
                .toList();
    }

    private boolean isExpired(Draft draft) {
        return !draft.until().isAfter(review.now());
    }

    private boolean isOfOpenIncident(Draft draft) {
        return review.situation().live().stream()
                .anyMatch(incident -> incident.isOpen() && incident.id().equals(draft.incident()));
    }

    /** Whether there is nothing left to be told of it: it has worked again for a while, or what is so has been told, or it left the file. */
    private boolean isGone(Draft draft, ServiceId service) {
        return review.catalog().find(service).isEmpty()
                || review.isWell(service, review.publishing().recoveredAfter())
                || told(service)
                        .filter(told -> !state(service).orElse(draft.state()).isWorseThan(told))
                        .isPresent();
    }

    private Optional<ServiceState> state(ServiceId service) {
        return review.situation().verdict(service).flatMap(Verdict::state);
    }

    private Optional<ServiceState> told(ServiceId service) {
        return review.situation().live().stream()
                .filter(Incident::isOpen)
                .flatMap(incident -> incident.involved(service).stream())
                .map(involved -> involved.state())
                .findFirst();
    }
}
