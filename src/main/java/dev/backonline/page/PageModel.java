package dev.backonline.page;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.message.Language;
import dev.backonline.page.brand.Branding;
import dev.backonline.verdict.history.Past;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that the page shows. A service without a state is not known yet; {@code incidents} are the newest first,
 * {@code maintenances} (past, present, planned and called off) the earliest first; {@code at} is the time of which it is true;
 * {@code demonstration} says on every page that its services are made up; {@code history} is what is remembered of each service:
 * one without it was never observed, and all of its time is unknown; {@code branding} makes the page somebody's own.
 */
public record PageModel(
        Identity identity,
        Map<Locale, Language> languages,
        UpdateText texts,
        Catalog catalog,
        Map<ServiceId, ServiceState> states,
        List<Incident> incidents,
        Map<IncidentId, List<PostLink>> posts,
        List<Planned> maintenances,
        Instant at,
        boolean demonstration,
        Map<ServiceId, Past> history,
        Branding branding) {
    /** Ours: everything about so many services is written in a second of a processor, and a first page of them can still be read. */
    public static final int MANY = 500;

    public PageModel {
        languages = Map.copyOf(languages);
        states = Map.copyOf(states);
        incidents = List.copyOf(incidents);
        posts = Map.copyOf(posts);
        history = Map.copyOf(history);
        maintenances = List.copyOf(maintenances);
        if (!languages.keySet().containsAll(identity.languages())) {
            throw new IllegalArgumentException("the page should have the words of each of its languages %s, has only %s"
                    .formatted(identity.languages(), languages.keySet()));
        }
    }

    /** Whether there are too many services to show all of each at once, and ahead. */
    public boolean isVast() {
        return catalog.services().size() > MANY;
    }

    public Optional<ServiceState> state(ServiceId service) {
        return Optional.ofNullable(states.get(service));
    }

    public Optional<Past> history(ServiceId service) {
        return Optional.ofNullable(history.get(service));
    }

    public List<Incident> open() {
        return incidents.stream().filter(Incident::isOpen).toList();
    }

    /** The maintenances that have come this far, the earliest first. */
    public List<Planned> maintenances(Stage stage) {
        return maintenances.stream().filter(one -> one.stage() == stage).toList();
    }

    public List<PostLink> postsOf(IncidentId incident) {
        return posts.getOrDefault(incident, List.of());
    }

    public Narrator narrator(Locale language) {
        return new Narrator(this, language, Overall.of(this));
    }

    /** Whether a reader would see the same, on the same day. */
    public boolean saysTheSameAs(PageModel other) {
        return day().equals(other.day()) && equals(other.withTime(at));
    }

    /** The same, true at another time. */
    public PageModel withTime(Instant time) {
        return new PageModel(
                identity,
                languages,
                texts,
                catalog,
                states,
                incidents,
                posts,
                maintenances,
                time,
                demonstration,
                history,
                branding);
    }

    private LocalDate day() {
        return at.atZone(identity.zone()).toLocalDate();
    }
}
