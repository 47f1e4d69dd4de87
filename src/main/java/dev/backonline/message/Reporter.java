package dev.backonline.message;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gathers the public facts of an update, and nothing else of it. */
public record Reporter(Identity identity, Catalog catalog) {

    /** The facts as they are told at this time in this language. */
    public Facts facts(Incident incident, Update update, Locale language, Instant at) {
        var transition = update.transition();
        return new Facts(
                names(transition.services(), language),
                identity.name().in(language),
                url(incident),
                identity.zone(),
                at,
                incident.onsetAt(update),
                until(transition),
                transition.nextUpdate(),
                workaround(transition.services(), language),
                detail(update).map(text -> text.in(language)),
                title(transition).map(text -> text.in(language)));
    }

    /** When it was over, or is to be. */
    private static Optional<Instant> until(Transition transition) {
        return switch (transition) {
            case Transition.Resolved resolved -> Optional.of(resolved.until());
            case Transition.Staged staged -> Optional.of(staged.maintenance().end());
            default -> Optional.empty();
        };
    }

    private static Optional<Translated> detail(Update update) {
        return update.transition() instanceof Transition.Staged staged
                ? staged.maintenance().detail()
                : update.words().flatMap(Update.Words::text);
    }

    private static Optional<Translated> title(Transition transition) {
        return transition instanceof Transition.Staged staged
                ? Optional.of(staged.maintenance().title())
                : Optional.empty();
    }

    /** A maintenance has its place on the first page; an alarm has none, so the page stands for it. */
    public URI url(Incident incident) {
        return incident.isAlarm() ? identity.url() : published(incident);
    }

    private URI published(Incident incident) {
        return incident.maintenance()
                .map(one -> identity.at("#" + one.id()))
                .orElseGet(() -> identity.at("incidents/" + incident.id()));
    }

    /** A service that has left the file has no public name any more; then the page's name stands for it. */
    public List<String> names(List<ServiceId> services, Locale language) {
        var names = catalog.names(services, language);
        return names.isEmpty() ? List.of(identity.name().in(language)) : names;
    }

    /** What users can do meanwhile, where the file says the same of all these services: what helps if one fails may be another of them. */
    public Optional<String> workaround(List<ServiceId> services, Locale language) {
        var said = services.stream()
                .map(id -> catalog.find(id).flatMap(Service::workaround))
                .distinct()
                .toList();
        return said.size() == 1 ? said.getFirst().map(text -> text.in(language)) : Optional.empty();
    }
}
