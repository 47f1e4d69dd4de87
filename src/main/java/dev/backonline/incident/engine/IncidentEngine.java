package dev.backonline.incident.engine;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Situation;
import dev.backonline.verdict.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Decides what is told next. Pure: the same situation at the same time gives the same change. Call it again with the change
 * applied until it gives none; nothing is remembered between calls, so a restart decides as a running bot does.
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

    public Optional<Change> next(Situation situation, Instant now) {
        var review = new Review(catalog, publishing, situation, now);
        var advanced = situation.live().stream()
                .filter(Incident::isOpen)
                .map(incident -> new Progress(review, incident).next())
                .flatMap(Optional::stream)
                .findFirst();
        return advanced.or(() -> outbreak(review)).map(Change::new);
    }

    /** The first service that is in trouble long enough, and in no open incident, with those that it is spoken of together with. */
    private Optional<Incident> outbreak(Review review) {
        return review.newlyTroubled()
                .filter(review::isRipe)
                .findFirst()
                .filter(first -> review.joinable(first.service()).isEmpty())
                .map(first -> outbreak(review, first));
    }

    private Incident outbreak(Review review, Verdict.Trouble first) {
        var together = Stream.concat(
                        Stream.of(first),
                        review.newlyTroubled().filter(other -> !other.equals(first) && isTogether(other, first)))
                .toList();
        return reopenable(review, first)
                .map(incident -> new Edition(publishing, review.now()).again(incident, ordered(together)))
                .orElseGet(() -> new Edition(publishing, review.now()).opened(ids.get(), ordered(together)));
    }

    private boolean isTogether(Verdict.Trouble other, Verdict.Trouble first) {
        return catalog.related(other.service(), first.service())
                && !other.since().isAfter(first.since().plus(publishing.joinWithin()));
    }

    private List<Verdict.Trouble> ordered(List<Verdict.Trouble> troubles) {
        var order = catalog.ordered(troubles.stream().map(Verdict::service).toList());
        return troubles.stream()
                .sorted(Comparator.comparingInt(trouble -> order.indexOf(trouble.service())))
                .toList();
    }

    private Optional<Incident> reopenable(Review review, Verdict.Trouble relapse) {
        return review.situation().live().stream()
                .filter(incident -> !incident.isOpen() && concerns(incident, relapse.service()))
                .filter(incident -> incident.resolvedAt()
                        .filter(end -> !relapse.since().isAfter(end.plus(publishing.reopenWithin())))
                        .isPresent())
                .max(Comparator.comparing(Incident::publishedAt));
    }

    private boolean concerns(Incident incident, ServiceId service) {
        return incident.all().stream().anyMatch(one -> one.equals(service) || catalog.sameGroup(one, service));
    }
}
