package dev.backonline.page.feed;

import dev.backonline.channel.PublicId;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Status;
import dev.backonline.incident.Update;
import dev.backonline.page.Narrator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The incidents as Statuspage's. */
record Troubles(Narrator narrator, List<Statuspage.Component> components) {

    List<Statuspage.Trouble> of(List<Incident> incidents) {
        return incidents.stream().map(this::trouble).toList();
    }

    private Statuspage.Trouble trouble(Incident incident) {
        return new Statuspage.Trouble(
                incident.id().value(),
                narrator.title(incident),
                name(incident.status()),
                times(incident),
                Indicator.impact(incident.worst()),
                narrator.address(incident),
                PublicId.of("page", narrator.model().identity().url().toString()),
                incident.updates().reversed().stream()
                        .map(update -> update(incident, update))
                        .toList(),
                involved(incident));
    }

    private Statuspage.Dates times(Incident incident) {
        var timepiece = narrator.timepiece();
        return new Statuspage.Dates(
                timepiece.machineMilliseconds(incident.publishedAt()),
                timepiece.machineMilliseconds(incident.latest().at()),
                timepiece.machineMilliseconds(incident.startedAt()),
                monitoring(incident).map(update -> timepiece.machineMilliseconds(update.at())),
                incident.resolvedAt().map(timepiece::machineMilliseconds));
    }

    private Statuspage.TroubleUpdate update(Incident incident, Update update) {
        var at = narrator.timepiece().machineMilliseconds(update.at());
        return new Statuspage.TroubleUpdate(
                PublicId.of("update", incident.id() + "/" + update.number()),
                name(update.status()),
                narrator.text(incident, update),
                incident.id().value(),
                at,
                at,
                at,
                new Affections(narrator, incident).by(update),
                true,
                Optional.empty());
    }

    /** Those of its services that are still in the file. */
    private List<Statuspage.Component> involved(Incident incident) {
        var ids = incident.all().stream().map(Components::id).toList();
        return components.stream().filter(one -> ids.contains(one.id())).toList();
    }

    private static Optional<Update> monitoring(Incident incident) {
        return incident.updates().reversed().stream()
                .filter(update -> update.status() == Status.MONITORING)
                .findFirst();
    }

    /** Statuspage has no word for a false alarm; it is over, in any case. */
    private static String name(Status status) {
        return (status.isOver() ? Status.RESOLVED : status).name().toLowerCase(Locale.ROOT);
    }
}
