package dev.backonline.page.feed;

import dev.backonline.page.Chapter;
import dev.backonline.page.PageModel;
import dev.backonline.page.ServiceAddress.File;
import dev.backonline.page.ServiceChapter;
import dev.backonline.page.Sheet;
import dev.backonline.page.Site;
import dev.backonline.page.calendar.Announcements;
import dev.backonline.page.html.PageTemplates;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The feeds that people follow, of everything and of each service: in the page's first language at the root, and in each under its
 * path.
 */
public final class Feeds implements Chapter {
    private static final String ATOM = "application/atom+xml; charset=utf-8";
    private static final String RSS = "application/rss+xml; charset=utf-8";
    private static final String JSON = "application/feed+json; charset=utf-8";

    private static final Set<File> FILES = EnumSet.of(File.ATOM, File.RSS, File.JSON_FEED);

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
            var narrator = model.narrator(language);
            var entries = Entries.of(narrator, announcements);
            if (language.equals(model.identity().language())) {
                write(new Scope(narrator, false, Optional.empty()), entries, feeds);
            }
            write(new Scope(narrator, true, Optional.empty()), entries, feeds);
        }
        return feeds;
    }

    @Override
    public ServiceChapter services(PageModel model, Site present) {
        var announcements = Announcements.of(model, present);
        var any = model.narrator(model.identity().language());
        var told = new ConcurrentHashMap<Locale, Entries>();
        return address -> {
            var narrator = any.in(address.language());
            var scope = new Scope(narrator, address.underLanguage(), Optional.of(address.service()));
            return file(
                    address.file(),
                    scope,
                    () -> told.computeIfAbsent(address.language(), _ -> Entries.of(narrator, announcements)));
        };
    }

    private void write(Scope scope, Entries entries, Map<String, Sheet> feeds) {
        for (var file : FILES) {
            file(file, scope, () -> entries)
                    .ifPresent(sheet -> feeds.put("/" + scope.folder() + file.fileName(), sheet));
        }
    }

    private Optional<Sheet> file(File file, Scope scope, Supplier<Entries> entries) {
        return switch (file) {
            case ATOM -> Optional.of(Sheet.of(ATOM, xml(Feed.of(scope, entries.get(), file.fileName()), file)));
            case RSS -> Optional.of(Sheet.of(RSS, xml(Feed.of(scope, entries.get(), file.fileName()), file)));
            case JSON_FEED ->
                Optional.of(Sheet.of(JSON, json.write(JsonFeed.of(Feed.of(scope, entries.get(), file.fileName())))));
            case PAGE, BADGE, SHIELD -> Optional.empty();
        };
    }

    private String xml(Feed feed, File file) {
        return templates.render(file.fileName(), Map.of("feed", feed));
    }
}
