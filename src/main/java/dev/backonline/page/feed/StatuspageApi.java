package dev.backonline.page.feed;

import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.channel.PublicId;
import dev.backonline.page.Chapter;
import dev.backonline.page.Narrator;
import dev.backonline.page.PageModel;
import dev.backonline.page.Sheet;
import dev.backonline.page.Site;
import dev.backonline.page.calendar.Announcements;
import java.util.HashMap;
import java.util.Map;

/** Statuspage's API, version 2, in the page's first language: what other tools read status pages by. */
public final class StatuspageApi implements Chapter {
    private static final String TYPE = "application/json; charset=utf-8";
    /** As the original has it. */
    private static final int MOST = 50;

    private final JsonText json = JsonText.snakeCase();

    @Override
    public Map<String, Sheet> write(PageModel model) {
        return write(model, Site.EMPTY);
    }

    @Override
    public Map<String, Sheet> write(PageModel model, Site present) {
        var sheets = new HashMap<String, Sheet>();
        documents(model, Announcements.of(model, present))
                .forEach((name, document) ->
                        sheets.put("/api/v2/" + name + ".json", Sheet.of(TYPE, json.write(document))));
        return sheets;
    }

    private static Map<String, Object> documents(PageModel model, Announcements announcements) {
        var narrator = model.narrator(model.identity().language());
        var components = new Components(narrator).all();
        var troubles = new Troubles(narrator, components);
        var works = new PlannedWorks(narrator, announcements, components);
        var page = page(narrator);
        var open = troubles.of(model.open());
        var newest = troubles.of(model.incidents().stream().limit(MOST).toList());
        var upcoming = works.of(Stage.SCHEDULED);
        var active = works.of(Stage.IN_PROGRESS);
        var ahead = works.of(Stage.SCHEDULED, Stage.IN_PROGRESS);
        var every = works.of(Stage.SCHEDULED, Stage.IN_PROGRESS, Stage.COMPLETED).stream()
                .limit(MOST)
                .toList();
        var status = Indicator.of(model);
        return Map.of(
                "summary", new Statuspage.SummaryDocument(page, components, open, ahead, status),
                "status", new Statuspage.StatusDocument(page, status),
                "components", new Statuspage.ComponentsDocument(page, components),
                "incidents", new Statuspage.IncidentsDocument(page, newest),
                "incidents/unresolved", new Statuspage.IncidentsDocument(page, open),
                "scheduled-maintenances", new Statuspage.MaintenancesDocument(page, every),
                "scheduled-maintenances/upcoming", new Statuspage.MaintenancesDocument(page, upcoming),
                "scheduled-maintenances/active", new Statuspage.MaintenancesDocument(page, active));
    }

    private static Statuspage.Page page(Narrator narrator) {
        var identity = narrator.model().identity();
        return new Statuspage.Page(
                PublicId.of("page", identity.url().toString()),
                narrator.page(),
                identity.url().toString(),
                identity.zone().getId(),
                narrator.timepiece().machineMilliseconds(narrator.model().at()));
    }
}
