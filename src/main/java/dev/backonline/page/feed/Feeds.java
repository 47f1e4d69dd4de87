package dev.backonline.page.feed;

import dev.backonline.page.Chapter;
import dev.backonline.page.PageModel;
import dev.backonline.page.Sheet;
import dev.backonline.page.Site;
import dev.backonline.page.calendar.Announcements;
import dev.backonline.page.html.PageTemplates;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The feeds that people follow, of everything and of each service: in the page's first language at the root, and in each under its
 * path.
 */
public final class Feeds implements Chapter {
    private static final String ATOM = "application/atom+xml; charset=utf-8";
    private static final String RSS = "application/rss+xml; charset=utf-8";
    private static final String JSON = "application/feed+json; charset=utf-8";

    private final PageTemplates templates;
    private final JsonText json = JsonText.snakeCase();

    public Feeds(PageTemplates templates) {
        this.templates = templates;
    }

    @Override
    public Map<String, Sheet> write(PageModel model) {
        return write(model, Site.EMPTY);
    }

    @Override
    public Map<String, Sheet> write(PageModel model, Site present) {
        var feeds = new HashMap<String, Sheet>();
        var announcements = Announcements.of(model, present);
        for (var language : model.identity().languages()) {
            var entries = Entries.of(model.narrator(language), announcements);
            write(model, language, entries, feeds);
        }
        return feeds;
    }

    private void write(PageModel model, Locale language, Entries entries, Map<String, Sheet> feeds) {
        var narrator = model.narrator(language);
        if (language.equals(model.identity().language())) {
            write(new Scope(narrator, false, Optional.empty()), entries, feeds);
            model.catalog().services().values().stream()
                    .map(service -> new Scope(narrator, false, Optional.of(service)))
                    .forEach(scope -> write(scope, entries, feeds));
        }
        write(new Scope(narrator, true, Optional.empty()), entries, feeds);
        model.catalog().services().values().stream()
                .map(service -> new Scope(narrator, true, Optional.of(service)))
                .forEach(scope -> write(scope, entries, feeds));
    }

    private void write(Scope scope, Entries entries, Map<String, Sheet> feeds) {
        var folder = "/" + scope.folder();
        feeds.put(folder + "history.atom", Sheet.of(ATOM, xml(scope, entries, "history.atom")));
        feeds.put(folder + "history.rss", Sheet.of(RSS, xml(scope, entries, "history.rss")));
        var feed = JsonFeed.of(Feed.of(scope, entries, "feed.json"));
        feeds.put(folder + "feed.json", Sheet.of(JSON, json.write(feed)));
    }

    private String xml(Scope scope, Entries entries, String file) {
        return templates.render(file, Map.of("feed", Feed.of(scope, entries, file)));
    }
}
