package dev.backonline.page.badge;

import dev.backonline.page.Chapter;
import dev.backonline.page.Narrator;
import dev.backonline.page.PageModel;
import dev.backonline.page.Sheet;
import dev.backonline.page.feed.JsonText;
import java.util.HashMap;
import java.util.Map;

/**
 * Badges of everything and of each service, as pictures and for shields.io's endpoint badge: in the page's first language at the
 * root, and in each under its path.
 */
public final class Badges implements Chapter {
    private static final String SVG = "image/svg+xml";
    private static final String JSON = "application/json; charset=utf-8";

    private final JsonText json = JsonText.camelCase();

    @Override
    public Map<String, Sheet> write(PageModel model) {
        var badges = new HashMap<String, Sheet>();
        write(model.narrator(model.identity().language()), "/", badges);
        model.identity().languages().stream()
                .map(model::narrator)
                .forEach(narrator -> write(narrator, "/" + narrator.tag() + "/", badges));
        return badges;
    }

    private void write(Narrator narrator, String folder, Map<String, Sheet> badges) {
        put(Badge.of(narrator), folder, badges);
        narrator.model()
                .catalog()
                .services()
                .values()
                .forEach(
                        service -> put(Badge.of(narrator, service), folder + "services/" + service.id() + "/", badges));
    }

    private void put(Badge badge, String folder, Map<String, Sheet> badges) {
        badges.put(folder + "badge.svg", Sheet.of(SVG, badge.svg()));
        badges.put(folder + "badge.json", Sheet.of(JSON, json.write(Shield.of(badge))));
    }
}
