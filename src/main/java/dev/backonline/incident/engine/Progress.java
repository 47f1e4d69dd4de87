package dev.backonline.incident.engine;

import dev.backonline.incident.Incident;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** Known services that got worse are told at once; joining ones together, when no more can join and none is still in doubt. */
    private Optional<Incident> worse() {
        var worsened = worsened();
        var joining = joining();
        var ripeJoining = joining.stream().filter(review::isRipe).toList();
        var allIn = ripeJoining.size() == joining.size() && !review.now().isBefore(review.joinEnd(incident));
        if (worsened.isEmpty() && (ripeJoining.isEmpty() || !allIn)) {
            return Optional.empty();
        }
        var news = new ArrayList<>(worsened);
        news.addAll(ripeJoining);
        return Optional.of(
                incident.status() == Status.MONITORING ? edition.again(incident, news) : edition.worse(incident, news));
    }

    private List<Verdict.Trouble> worsened() {
        return incident.services().stream()
                .flatMap(involved ->
                        review
                                .situation()
                                .trouble(involved.service())
                                .filter(trouble -> isWorse(trouble, involved))
                                .stream())
                .filter(review::isRipe)
                .toList();
    }

    private static boolean isWorse(Verdict.Trouble trouble, Involved told) {
        return trouble.state().filter(state -> state.isWorseThan(told.state())).isPresent();
    }

    private List<Verdict.Trouble> joining() {
        return review.newlyTroubled()
                .filter(trouble -> review.joinable(trouble.service())
                        .filter(incident::equals)
                        .isPresent())
                .toList();
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

    /** Services that work again while others do not, once they have done so long enough. */
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
        return improved.isEmpty() || recovery().isPresent()
                ? Optional.empty()
                : Optional.of(edition.better(incident, improved));
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
