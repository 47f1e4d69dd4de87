package dev.backonline.incident.engine;

import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Known services that got worse are told at once; joining ones together, when no more can join and none is still in doubt. */
    private Optional<Claim> worse() {
        var worsened = worsened();
        var joining = joining();
        var ripeJoining = joining.stream().filter(review::isRipe).toList();
        var allIn = ripeJoining.size() == joining.size() && !review.now().isBefore(review.joinEnd(incident));
        if (worsened.isEmpty() && (ripeJoining.isEmpty() || !allIn)) {
            return Optional.empty();
        }
        var news = new ArrayList<>(worsened);
        news.addAll(ripeJoining);
        var told = incident.status() == Status.MONITORING
                ? edition.relapsed(incident, news)
                : edition.worse(incident, news);
        return Optional.of(new Claim(told, news));
    }

    private List<Verdict.Trouble> worsened() {
        return incident.services().stream()
                .flatMap(involved ->
                        review
                                .situation()
                                .trouble(involved.service())
                                .filter(trouble -> isWorse(trouble, involved))
                                .stream())
                .filter(trouble -> review.catalog().find(trouble.service()).isPresent())
                .filter(trouble -> review.isRipe(trouble) && !review.isDismissed(trouble))
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

    /** Services that work again while others do not, once they have done so long enough. */
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
        return improved.isEmpty() || review.recovery(incident).isPresent()
                ? Optional.empty()
                : Optional.of(edition.better(incident, improved));
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
