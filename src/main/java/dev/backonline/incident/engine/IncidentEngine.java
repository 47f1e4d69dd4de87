package dev.backonline.incident.engine;

import dev.backonline.catalog.Catalog;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Restraint;
import dev.backonline.incident.Restraint.Dismissal;
import dev.backonline.incident.Situation;
import dev.backonline.incident.Status;
import dev.backonline.verdict.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Decides what is told next, and what is kept back. Pure: the same situation at the same time gives the same decision. Call it again
 * with the decision applied until it gives none; nothing is remembered between calls, so a restart decides as a running bot does.
 */
public final class IncidentEngine {
    private final Catalog catalog;
    private final Publishing publishing;
    private final Supplier<IncidentId> ids;

    public IncidentEngine(Catalog catalog, Publishing publishing, Supplier<IncidentId> ids) {
        this.catalog = catalog;
        this.publishing = publishing;
        this.ids = ids;
    }

    /** While it is muted nothing is decided: what is so when that is lifted is decided upon then. */
    public Optional<Decision> next(Situation situation, Instant now) {
        return situation.restraint().mute().isPresent()
                ? Optional.empty()
                : unmuted(new Review(catalog, publishing, situation, now));
    }

    /** Whether anything is decided at a time if nothing in the situation changes until then. */
    public Predicate<Instant> outlook(Situation situation) {
        return situation.isCalm() ? _ -> false : at -> next(situation, at).isPresent();
    }

    /** Every alarm that stands at this time. */
    public List<Alarm> alarms(Situation situation, Instant now) {
        var restraint = situation.restraint();
        var review = new Review(catalog, publishing, situation, now);
        var silenced =
                restraint.mute().filter(_ -> unmuted(review).isPresent()).<Alarm>map(Alarm.Silenced::new).stream();
        return Stream.concat(silenced, new Lookout(review).alarms()).toList();
    }

    private Optional<Decision> unmuted(Review review) {
        return new Consenting(review)
                .ended()
                .or(() -> forgotten(review))
                .or(() -> advanced(review))
                .or(() -> outbreak(review));
    }

    private static Optional<Decision> advanced(Review review) {
        return review.situation().live().stream()
                .filter(Incident::isOpen)
                .map(incident -> new Progress(review, incident).next())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Decision> forgotten(Review review) {
        return review.restraint().dismissals().stream()
                .flatMap(dismissal -> forgotten(review, dismissal).stream())
                .findFirst();
    }

    private Optional<Decision> forgotten(Review review, Dismissal dismissal) {
        if (catalog.find(dismissal.service()).isEmpty()) {
            return Optional.of(new Decision.Forgotten(dismissal, "the file no longer names it"));
        }
        return review.isWell(dismissal.service(), publishing.recoveredAfter())
                ? Optional.of(new Decision.Forgotten(dismissal, "it is over"))
                : Optional.empty();
    }

    /** The first services that are in trouble long enough, and in no open incident, with those that they are spoken of together with. */
    private Optional<Decision> outbreak(Review review) {
        var consenting = new Consenting(review);
        var waiting = consenting.waiting();
        return review.newlyTroubled()
                .filter(review::isRipe)
                .filter(first -> !waiting.contains(first.service()))
                .filter(first -> review.joinable(first.service()).isEmpty())
                .flatMap(first -> consenting.on(claim(review, first)).stream())
                .findFirst();
    }

    /** What comes back is told by itself, as "again"; what fails with it for the first time joins it later. */
    private Claim claim(Review review, Verdict.Trouble first) {
        var edition = new Edition(review);
        var together = ordered(Stream.concat(
                        Stream.of(first),
                        review.newlyTroubled().filter(other -> !other.equals(first) && isTogether(other, first)))
                .toList());
        return reopenable(review, first)
                .map(incident -> relapse(edition, incident, together))
                .orElseGet(() -> new Claim(edition.opened(id(review, together), together), together));
    }

    private static Claim relapse(Edition edition, Incident incident, List<Verdict.Trouble> together) {
        var returning = together.stream()
                .filter(trouble -> incident.involved(trouble.service()).isPresent())
                .toList();
        return new Claim(edition.relapsed(incident, returning), returning);
    }

    /** A draft has its id before it is an incident. */
    private IncidentId id(Review review, List<Verdict.Trouble> together) {
        var services = together.stream().map(Verdict::service).toList();
        return new Consenting(review)
                .draftOf(services)
                .map(Restraint.Draft::incident)
                .orElseGet(ids);
    }

    private boolean isTogether(Verdict.Trouble other, Verdict.Trouble first) {
        return catalog.related(other.service(), first.service())
                && !other.since().isAfter(first.since().plus(publishing.joinWithin(other.service())));
    }

    private List<Verdict.Trouble> ordered(List<Verdict.Trouble> troubles) {
        var order = catalog.ordered(troubles.stream().map(Verdict::service).toList());
        return troubles.stream()
                .sorted(Comparator.comparingInt(trouble -> order.indexOf(trouble.service())))
                .toList();
    }

    /** One that told of this service, since "again" is true of nothing else; not one that a person has spoken the last word on. */
    private Optional<Incident> reopenable(Review review, Verdict.Trouble relapse) {
        return review.situation().live().stream()
                .filter(incident -> incident.status() == Status.RESOLVED && !incident.isInHands())
                .filter(incident -> incident.involved(relapse.service()).isPresent())
                .filter(incident -> incident.resolvedAt()
                        .filter(end -> !relapse.since().isAfter(end.plus(publishing.reopenWithin())))
                        .isPresent())
                .max(Comparator.comparing(Incident::publishedAt));
    }
}
