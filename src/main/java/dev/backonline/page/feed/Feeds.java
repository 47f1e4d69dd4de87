package dev.backonline.page.feed;

import dev.backonline.page.Chapter;
import dev.backonline.page.PageModel;
import dev.backonline.page.Sheet;
import dev.backonline.page.html.PageTemplates;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The feeds that people follow: in the page's first language at the root, and in each under its path. */
public final class Feeds implements Chapter {
    private static final String ATOM = "application/atom+xml; charset=utf-8";
    private static final String JSON = "application/feed+json; charset=utf-8";

    private final PageTemplates templates;
    private final JsonText json = new JsonText();

    public Feeds(PageTemplates templates) {
        this.templates = templates;
    }

    @Override
    public Map<String, Sheet> write(PageModel model) {
        var feeds = new HashMap<String, Sheet>();
        write(model, model.identity().language(), "", feeds);
        model.identity().languages().forEach(one -> write(model, one, one.toLanguageTag() + "/", feeds));
        return feeds;
    }

    private void write(PageModel model, Locale language, String folder, Map<String, Sheet> feeds) {
        var narrator = model.narrator(language);
        var atom = Feed.of(narrator, folder + "history.atom");
        feeds.put(
                "/" + folder + "history.atom", Sheet.of(ATOM, templates.render("history.atom", Map.of("feed", atom))));
        var feed = JsonFeed.of(Feed.of(narrator, folder + "feed.json"));
        feeds.put("/" + folder + "feed.json", Sheet.of(JSON, json.write(feed)));
    }
}
