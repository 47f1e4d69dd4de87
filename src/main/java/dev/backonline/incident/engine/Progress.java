package dev.backonline.incident.engine;

import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be told next of one open incident, as far as the automation may speak for it. */
final class Progress {
    /** Ours: a promised follow-up gives way to a resolution that comes within this time of it. */
    static final Duration GRACE = Duration.ofMinutes(2);

    private final Review review;
    private final Incident incident;
    private final Edition edition;

    Progress(Review review, Incident incident) {
        this.review = review;
        this.incident = incident;
        this.edition = new Edition(review);
    }

    /** Where no service is left in the file, nobody knows how it goes on: then a person is asked, and it waits. */
    Optional<Decision> next() {
        if (incident.isInHands() || review.present(incident).isEmpty()) {
            return Optional.empty();
        }
        return worse().flatMap(new Consenting(review)::on)
                .or(() -> recovered().or(this::better).or(this::still).map(Change::new));
    }

    /**
     * Known services that got worse are told at once; joining ones together, when no more can join, none is still in doubt, and the
     * last news has stood for a while: where checks are far apart, trouble of one moment is confirmed one service after another.
     */
    private Optional<Claim> worse() {
        var worsened = worsened();
        if (incident.status() == Status.MONITORING && !worsened.isEmpty()) {
            // Nothing else has come back: what fails for the first time joins what did.
            return Optional.of(new Claim(edition.relapsed(incident, worsened), worsened));
        }
        var joining =
                Stream.concat(review.joining(incident).stream(), returning()).toList();
        var ripeJoining = joining.stream().filter(review::isRipe).toList();
        var allIn = ripeJoining.size() == joining.size() && !isGathering(joining);
        if (worsened.isEmpty() && (ripeJoining.isEmpty() || !allIn)) {
            return Optional.empty();
        }
        var news = new ArrayList<>(worsened);
        news.addAll(ripeJoining);
        return Optional.of(new Claim(edition.worse(incident, news), news));
    }

    private boolean isGathering(List<Verdict.Trouble> joining) {
        var gathering = review.publishing()
                .gathering(joining.stream().map(Verdict::service).toList());
        return review.now().isBefore(incident.onset().plus(gathering))
                || review.now().isBefore(lastNews().plus(gathering));
    }

    /** A follow-up is none: those that are promised more often than news is gathered would keep it back for ever. */
    private Instant lastNews() {
        return incident.updates().reversed().stream()
                .filter(update -> !(update.transition() instanceof Transition.Still))
                .findFirst()
                .map(Update::at)
                .orElse(incident.publishedAt());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private List<Verdict.Trouble> worsened() {
        return incident.services().stream()
                .flatMap(involved -> review
                        .situation()
                        .trouble(involved.service())
                        .filter(trouble -> isWorse(trouble, involved) && !isReturning(involved))
                        .stream())
                .filter(trouble -> review.catalog().find(trouble.service()).isPresent())
                .filter(trouble -> review.isRipe(trouble) && !review.isDismissed(trouble))
                .toList();
    }

    private static boolean isWorse(Verdict.Trouble trouble, Involved told) {
        return trouble.state().filter(state -> state.isWorseThan(told.state())).isPresent();
    }

    /** Those that were told to work again, in trouble once more while others still are. */
    private Stream<Verdict.Trouble> returning() {
        return incident.services().stream()
                .filter(this::isReturning)
                .filter(involved -> review.catalog().find(involved.service()).isPresent())
                .flatMap(involved -> review.situation().trouble(involved.service()).stream())
                .filter(trouble -> !review.isDismissed(trouble));
    }

    /** When all were told to work again, the first to fail is news at once. */
    private boolean isReturning(Involved told) {
        return incident.status() != Status.MONITORING && !told.state().isTrouble();
    }

    /** What comes and goes is over once it has stayed away for as long as a relapse would count. */
    private Duration held() {
        var usual = review.publishing().recoveredAfter();
        var calm = review.publishing().reopenWithin();
        return incident.isIntermittent() && calm.compareTo(usual) > 0 ? calm : usual;
    }

    private Optional<Incident> recovered() {
        var recovery = review.recovery(incident);
        if (recovery.isEmpty()) {
            return Optional.empty();
        }
        if (!recovery.get().plus(held()).isAfter(review.now())) {
            return Optional.of(edition.resolved(incident, recovery.get()));
        }
        return incident.status() == Status.MONITORING || incident.isIntermittent()
                ? Optional.empty()
                : Optional.of(edition.recovering(incident));
    }

    /** Services that work again while others do not, once they have done so long enough; those that follow soon are told with the first. */
    private Optional<Incident> better() {
        var improved = incident.services().stream()
                .filter(involved -> involved.state().isTrouble()
                        && review.catalog().find(involved.service()).isPresent())
                .flatMap(
                        involved -> review
                                .situation()
                                .verdict(involved.service())
                                .filter(verdict -> isBetter(verdict, involved))
                                .stream())
                .toList();
        var first = improved.stream().map(Verdict::since).min(Comparator.naturalOrder());
        var gathering = review.publishing()
                .gathering(improved.stream().map(Verdict::service).toList())
                .plus(review.publishing().recoveredAfter());
        return first.map(since -> since.plus(longer(held(), gathering)))
                .filter(end ->
                        !end.isAfter(review.now()) && review.recovery(incident).isEmpty() && !isUndecided(first.get()))
                .map(_ -> edition.better(incident, improved));
    }

    /**
     * Whether a service that is still in trouble has not failed since the first one recovered: it may be about to follow, and where
     * checks are far apart that takes a while to confirm. Not for ever: what comes and goes would keep the others' good news back.
     */
    private boolean isUndecided(Instant firstRecovery) {
        return review.now().isBefore(firstRecovery.plus(review.publishing().reopenWithin()))
                && incident.troubled().stream()
                        .flatMap(service -> review.situation().trouble(service).stream())
                        .anyMatch(trouble -> trouble.confirmed().isBefore(firstRecovery));
    }

    private boolean isBetter(Verdict verdict, Involved told) {
        return verdict.state().filter(state -> told.state().isWorseThan(state)).isPresent()
                && !verdict.since().plus(held()).isAfter(review.now());
    }

    private Optional<Incident> still() {
        var due = incident.nextStill().filter(time -> !time.isAfter(review.now()));
        return due.isEmpty() || isSoonOver(due.get()) ? Optional.empty() : Optional.of(edition.still(incident));
    }

    private boolean isSoonOver(Instant due) {
        return review.recovery(incident)
                .map(time -> time.plus(held()))
                .filter(end -> !end.isAfter(due.plus(GRACE)))
                .isPresent();
    }
}
