package dev.backonline.page.badge;

import dev.backonline.page.Chapter;
import dev.backonline.page.Narrator;
import dev.backonline.page.PageModel;
import dev.backonline.page.ServiceChapter;
import dev.backonline.page.Sheet;
import dev.backonline.page.Site;
import dev.backonline.page.feed.JsonText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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

    @Override
    public ServiceChapter services(PageModel model, Site present) {
        var any = model.narrator(model.identity().language());
        return address -> {
            var narrator = any.in(address.language());
            return switch (address.file()) {
                case BADGE -> Optional.of(picture(Badge.of(narrator, address.service())));
                case SHIELD -> Optional.of(shield(Badge.of(narrator, address.service())));
                case PAGE, ATOM, RSS, JSON_FEED -> Optional.empty();
            };
        };
    }

    private void write(Narrator narrator, String folder, Map<String, Sheet> badges) {
        var badge = Badge.of(narrator);
        badges.put(folder + "badge.svg", picture(badge));
        badges.put(folder + "badge.json", shield(badge));
    }

    private static Sheet picture(Badge badge) {
        return Sheet.of(SVG, badge.svg());
    }

    private Sheet shield(Badge badge) {
        return Sheet.of(JSON, json.write(Shield.of(badge)));
    }
}
