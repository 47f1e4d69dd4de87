package dev.backonline.page.feed;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.channel.PublicId;
import dev.backonline.page.Narrator;
import dev.backonline.page.Planned;
import dev.backonline.page.calendar.Announcements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The maintenances as Statuspage's, which knows no cancelled ones: those are left out. The one that starts last comes first. */
record PlannedWorks(Narrator narrator, Announcements announcements, List<Statuspage.Component> components) {

    List<Statuspage.PlannedWork> of(Stage... stages) {
        var wanted = List.of(stages);
        return narrator.model().maintenances().reversed().stream()
                .filter(planned -> wanted.contains(planned.stage()))
                .map(this::work)
                .toList();
    }

    private Statuspage.PlannedWork work(Planned planned) {
        var maintenance = planned.maintenance();
        return new Statuspage.PlannedWork(
                trouble(planned),
                narrator.timepiece().machineMilliseconds(maintenance.start()),
                narrator.timepiece().machineMilliseconds(maintenance.end()));
    }

    private Statuspage.Trouble trouble(Planned planned) {
        var maintenance = planned.maintenance();
        return new Statuspage.Trouble(
                id(maintenance),
                planned.title(narrator.locale()),
                name(planned.stage()),
                times(planned),
                "maintenance",
                narrator.model().identity().at("#" + maintenance.id()).toString(),
                PublicId.of("page", narrator.model().identity().url().toString()),
                updates(planned),
                involved(maintenance));
    }

    private Statuspage.Dates times(Planned planned) {
        var timepiece = narrator.timepiece();
        var maintenance = planned.maintenance();
        return new Statuspage.Dates(
                timepiece.machineMilliseconds(announcements.created(planned)),
                timepiece.machineMilliseconds(announcements.updated(planned)),
                timepiece.machineMilliseconds(maintenance.start()),
                Optional.empty(),
                Optional.of(maintenance.end())
                        .filter(_ -> planned.stage() == Stage.COMPLETED)
                        .map(timepiece::machineMilliseconds));
    }

    /** That it was planned, and when it has come to that, that it began and ended: the newest first. */
    private List<Statuspage.TroubleUpdate> updates(Planned planned) {
        var maintenance = planned.maintenance();
        var updates = new ArrayList<Statuspage.TroubleUpdate>();
        updates.add(update(planned, Stage.SCHEDULED, announcements.created(planned)));
        if (planned.stage() != Stage.SCHEDULED) {
            updates.addFirst(update(planned, Stage.IN_PROGRESS, maintenance.start()));
        }
        if (planned.stage() == Stage.COMPLETED) {
            updates.addFirst(update(planned, Stage.COMPLETED, maintenance.end()));
        }
        return updates;
    }

    private Statuspage.TroubleUpdate update(Planned planned, Stage stage, Instant at) {
        var time = narrator.timepiece().machineMilliseconds(at);
        return new Statuspage.TroubleUpdate(
                PublicId.of("update", planned.maintenance().id() + "/" + name(stage)),
                name(stage),
                planned.text(narrator.locale()),
                id(planned.maintenance()),
                time,
                time,
                time,
                Optional.empty(),
                true,
                Optional.empty());
    }

    /** Those of its services that are still in the file. */
    private List<Statuspage.Component> involved(Maintenance maintenance) {
        var ids = maintenance.services().stream().map(Components::id).toList();
        return components.stream().filter(one -> ids.contains(one.id())).toList();
    }

    private static String id(Maintenance maintenance) {
        return PublicId.of("maintenance", maintenance.id().value());
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
