package dev.backonline.page.feed;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.page.Narrator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which services an update of an incident told a new state of. Updates record who has trouble, not how bad it is: a service that has
 * is given the worst that was told of it in the whole incident.
 */
record Affections(Narrator narrator, Incident incident) {

    Optional<List<Statuspage.Affected>> by(Update update) {
        var before = troubledAfter(update.number() - 1);
        var after = troubledAfter(update.number());
        var affected = incident.all().stream()
                .filter(service -> before.contains(service) != after.contains(service))
                .map(service -> new Statuspage.Affected(
                        Components.id(service),
                        narrator.name(service),
                        state(service, before.contains(service)),
                        state(service, after.contains(service))))
                .toList();
        return Optional.of(affected).filter(some -> !some.isEmpty());
    }

    /** Those who had trouble once so many updates were told; a person's note says nothing of that. */
    private List<ServiceId> troubledAfter(int number) {
        return incident.updates().reversed().stream()
                .filter(update -> update.number() <= number && !(update.transition() instanceof Transition.Note))
                .findFirst()
                .map(update -> troubled(update.transition()))
                .orElse(List.of());
    }

    private static List<ServiceId> troubled(Transition transition) {
        return switch (transition) {
            case Transition.Recovering _,
                    Transition.Resolved _,
                    Transition.Correction _,
                    Transition.Staged _,
                    Transition.Alarmed _ -> List.of();
            case Transition.Problem _,
                    Transition.Still _,
                    Transition.Worse _,
                    Transition.Better _,
                    Transition.Again _,
                    Transition.Intermittent _,
                    Transition.Note _ -> transition.services();
        };
    }

    private String state(ServiceId service, boolean troubled) {
        var state = troubled
                ? incident.involved(service).map(Involved::worst).orElse(ServiceState.MAJOR_OUTAGE)
                : ServiceState.OPERATIONAL;
        return state.name().toLowerCase(Locale.ROOT);
    }
}
