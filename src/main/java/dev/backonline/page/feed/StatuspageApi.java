package dev.backonline.page.feed;

import dev.backonline.page.Chapter;
import dev.backonline.page.Narrator;
import dev.backonline.page.PageModel;
import dev.backonline.page.PublicId;
import dev.backonline.page.Sheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Statuspage's API, version 2, in the page's first language: what other tools read status pages by. */
public final class StatuspageApi implements Chapter {
    private static final String TYPE = "application/json; charset=utf-8";
    /** As the original has it. */
    private static final int MOST = 50;

    private final JsonText json = new JsonText();

    @Override
    public Map<String, Sheet> write(PageModel model) {
        var sheets = new HashMap<String, Sheet>();
        documents(model)
                .forEach((name, document) ->
                        sheets.put("/api/v2/" + name + ".json", Sheet.of(TYPE, json.write(document))));
        return sheets;
    }

    private static Map<String, Object> documents(PageModel model) {
        var narrator = model.narrator(model.identity().language());
        var components = new Components(narrator).all();
        var troubles = new Troubles(narrator, components);
        var page = page(narrator);
        var open = troubles.of(model.open());
        var newest = troubles.of(model.incidents().stream().limit(MOST).toList());
        var maintenances = new Statuspage.MaintenancesDocument(page, List.of());
        var status = Indicator.of(model);
        return Map.of(
                "summary", new Statuspage.SummaryDocument(page, components, open, List.of(), status),
                "status", new Statuspage.StatusDocument(page, status),
                "components", new Statuspage.ComponentsDocument(page, components),
                "incidents", new Statuspage.IncidentsDocument(page, newest),
                "incidents/unresolved", new Statuspage.IncidentsDocument(page, open),
                "scheduled-maintenances", maintenances,
                "scheduled-maintenances/upcoming", maintenances,
                "scheduled-maintenances/active", maintenances);
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
