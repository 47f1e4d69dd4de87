package dev.backonline.incident;

import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be told next of one open incident. */
final class Progress {
    /** Ours: a promised follow-up gives way to a resolution that comes within this time of it. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final Review review;
    private final Incident incident;
    private final Edition edition;

    Progress(Review review, Incident incident) {
        this.review = review;
        this.incident = incident;
        this.edition = new Edition(review.publishing(), review.now());
    }

    Optional<Incident> next() {
        return worse().or(this::recovered).or(this::better).or(this::still);
    }

    /**
     * Known services that got worse are told at once; joining ones together, when no more can join, none is still in doubt, and the
     * last post has stood for a while: where checks are far apart, trouble of one moment is confirmed one service after another.
     */
    private Optional<Incident> worse() {
        var worsened = worsened();
        var joining = Stream.concat(joining(), returning()).toList();
        var ripeJoining = joining.stream().filter(review::isRipe).toList();
        var allIn = ripeJoining.size() == joining.size()
                && !review.now().isBefore(review.joinEnd(incident))
                && !review.now().isBefore(gathered(incident.latest().at()));
        if (worsened.isEmpty() && (ripeJoining.isEmpty() || !allIn)) {
            return Optional.empty();
        }
        var news = new ArrayList<>(worsened);
        news.addAll(ripeJoining);
        return Optional.of(
                incident.status() == Status.MONITORING ? edition.again(incident, news) : edition.worse(incident, news));
    }

    /** How long news of several services that began at this time is gathered, so that it is told once. */
    private Instant gathered(Instant begin) {
        return begin.plus(review.publishing().joinWithin());
    }

    private List<Verdict.Trouble> worsened() {
        return incident.services().stream()
                .flatMap(involved -> review
                        .situation()
                        .trouble(involved.service())
                        .filter(trouble -> isWorse(trouble, involved) && !isReturning(involved))
                        .stream())
                .filter(review::isRipe)
                .toList();
    }

    private static boolean isWorse(Verdict.Trouble trouble, Involved told) {
        return trouble.state().filter(state -> state.isWorseThan(told.state())).isPresent();
    }

    private Stream<Verdict.Trouble> joining() {
        return review.newlyTroubled()
                .filter(trouble -> review.joinable(trouble.service())
                        .filter(incident::equals)
                        .isPresent());
    }

    /** Those that were told to work again, in trouble once more while others still are. */
    private Stream<Verdict.Trouble> returning() {
        return incident.services().stream()
                .filter(this::isReturning)
                .flatMap(involved -> review.situation().trouble(involved.service()).stream());
    }

    /** When all were told to work again, the first to fail is news at once. */
    private boolean isReturning(Involved told) {
        return incident.status() != Status.MONITORING && !told.state().isTrouble();
    }

    private Optional<Incident> recovered() {
        var recovery = recovery();
        if (recovery.isEmpty()) {
            return Optional.empty();
        }
        if (!recovery.get().plus(review.publishing().recoveredAfter()).isAfter(review.now())) {
            return Optional.of(edition.resolved(incident, recovery.get()));
        }
        return incident.status() == Status.MONITORING ? Optional.empty() : Optional.of(edition.recovering(incident));
    }

    /** When the last of the services recovered; empty while one has not, or nobody knows. */
    private Optional<Instant> recovery() {
        var present = incident.all().stream()
                .filter(service -> review.catalog().find(service).isPresent())
                .toList();
        var healthy = present.stream()
                .flatMap(service -> review.situation().verdict(service).stream())
                .filter(Verdict.Healthy.class::isInstance)
                .map(Verdict::since)
                .toList();
        return healthy.size() < present.size()
                ? Optional.empty()
                : healthy.stream().max(Comparator.naturalOrder());
    }

    /** Services that work again while others do not, once they have done so long enough; those that follow soon are told with the first. */
    private Optional<Incident> better() {
        var improved = incident.services().stream()
                .filter(involved -> involved.state().isTrouble())
                .flatMap(
                        involved -> review
                                .situation()
                                .verdict(involved.service())
                                .filter(verdict -> isBetter(verdict, involved))
                                .stream())
                .toList();
        var first = improved.stream().map(Verdict::since).min(Comparator.naturalOrder());
        return first.map(since -> gathered(since.plus(review.publishing().recoveredAfter())))
                .filter(end -> !end.isAfter(review.now()) && recovery().isEmpty() && !isUndecided(first.get()))
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
                && !verdict.since().plus(review.publishing().recoveredAfter()).isAfter(review.now());
    }

    private Optional<Incident> still() {
        var due = incident.nextStill().filter(time -> !time.isAfter(review.now()));
        var soonOver = recovery()
                .map(time -> time.plus(review.publishing().recoveredAfter()))
                .filter(end -> due.isPresent() && !end.isAfter(due.get().plus(GRACE)))
                .isPresent();
        return due.isEmpty() || soonOver ? Optional.empty() : Optional.of(edition.still(incident));
    }
}
