package dev.backonline.incident.engine;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Group;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Situation;
import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A small town with three services of one family, one of its own, and one that depends on that: time is set, not waited for. */
final class Town {
    static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    static final ServiceId CHAT = new ServiceId("chat");
    static final ServiceId PHOTOS = new ServiceId("photos");
    static final ServiceId VIDEO = new ServiceId("video");
    static final ServiceId SHOP = new ServiceId("shop");
    static final ServiceId CART = new ServiceId("cart");
    static final Publishing PUBLISHING = new Publishing(
            ofSeconds(60),
            ofSeconds(60),
            ofMinutes(30),
            ofMinutes(2),
            List.of(ofMinutes(20), ofMinutes(20), ofMinutes(60)));

    private final Catalog catalog = Catalog.of(List.of(
            service(CHAT, Optional.of("family"), Set.of()),
            service(PHOTOS, Optional.of("family"), Set.of()),
            service(VIDEO, Optional.of("family"), Set.of()),
            service(SHOP, Optional.empty(), Set.of()),
            service(CART, Optional.empty(), Set.of(SHOP))));
    private final Map<ServiceId, Verdict> verdicts = new TreeMap<>();
    private final Map<IncidentId, Incident> incidents =
            new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
    private final List<String> told = new ArrayList<>();
    private final Publishing publishing;
    private Situation.OwnSide ownSide = new Situation.Unwatched();
    private Instant now = START;
    private int ids;

    Town(Publishing publishing) {
        this.publishing = publishing;
    }

    private static Service service(ServiceId id, Optional<String> group, Set<ServiceId> dependsOn) {
        return new Service(id, Translated.same(id.value()), group.map(Group::new), dependsOn, Optional.empty());
    }

    Town failing(ServiceId service) {
        return with(new Verdict.Failing(service, ServiceState.MAJOR_OUTAGE, now, now, "HTTP 503"));
    }

    Town slow(ServiceId service) {
        return with(new Verdict.Degraded(service, now, now, "slow"));
    }

    Town healthy(ServiceId service) {
        return with(new Verdict.Healthy(service, now));
    }

    Town unknown(ServiceId service) {
        return with(new Verdict.Unknown(service, now, "silence"));
    }

    Town ownSide(Situation.OwnSide side) {
        ownSide = side;
        return decide();
    }

    private Town with(Verdict verdict) {
        verdicts.put(verdict.service(), verdict);
        return decide();
    }

    /** Lets time pass second by second, deciding at each. */
    Town pass(Duration time) {
        for (var second = 0; second < time.toSeconds(); second++) {
            now = now.plusSeconds(1);
            decide();
        }
        return this;
    }

    private Town decide() {
        var engine = new IncidentEngine(catalog, publishing, () -> new IncidentId("incident%04d".formatted(++ids)));
        var change = engine.next(situation(), now);
        while (change.isPresent()) {
            var incident = change.get().incident();
            incidents.put(incident.id(), incident);
            told.add(line(incident));
            change = engine.next(situation(), now);
        }
        return this;
    }

    private Situation situation() {
        return new Situation(List.copyOf(incidents.values()), verdicts, ownSide);
    }

    private String line(Incident incident) {
        var update = incident.latest();
        var services =
                update.transition().services().stream().map(ServiceId::value).collect(Collectors.joining("+"));
        return "%s #%s %s %s"
                .formatted(
                        Duration.between(START, update.at()).toSeconds(),
                        incident.id().value().substring("incident000".length()),
                        update.transition().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        services);
    }

    /** Each line: seconds since the start, number of the incident, what was told, of which services. */
    List<String> told() {
        return List.copyOf(told);
    }

    Incident incident() {
        return incidents.values().iterator().next();
    }
}
