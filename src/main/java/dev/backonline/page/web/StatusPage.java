package dev.backonline.page.web;

import dev.backonline.page.Chapter;
import dev.backonline.page.Document;
import dev.backonline.page.PageModel;
import dev.backonline.page.ServiceChapter;
import dev.backonline.page.Site;
import dev.backonline.page.badge.Badges;
import dev.backonline.page.calendar.Calendar;
import dev.backonline.page.contract.Contract;
import dev.backonline.page.feed.Feeds;
import dev.backonline.page.feed.StatuspageApi;
import dev.backonline.page.html.Assets;
import dev.backonline.page.html.HtmlPages;
import dev.backonline.page.html.PageTemplates;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Renders the whole site from its model alone: no clock, no database, no request. */
public final class StatusPage {
    private final HtmlPages html;
    private final List<Chapter> chapters;

    public StatusPage() {
        var templates = new PageTemplates();
        var assets = new Assets();
        html = new HtmlPages(templates, assets);
        chapters = List.of(
                assets, html, new Feeds(templates), new StatuspageApi(), new Calendar(), new Badges(), new Contract());
    }

    /**
     * The site of a model; documents that say the same in {@code present} are taken from it, with their time of change. What it says
     * of single services is part of it unless they are very many.
     */
    public Site render(PageModel model, Site present) {
        var documents = new HashMap<String, Document>();
        for (var chapter : chapters) {
            var sheets = model.isVast() ? chapter.write(model, present) : chapter.whole(model, present);
            sheets.forEach((path, body) -> documents.put(path, present.document(path, body, model.at())));
        }
        var languages =
                model.identity().languages().stream().map(Locale::toLanguageTag).toList();
        return new Site(
                languages,
                model.at(),
                documents,
                html.notices(model),
                model.branding().contentSecurityPolicy());
    }

    /** What the site of a model says of single services. */
    ServiceChapter services(PageModel model, Site present) {
        var parts = chapters.stream()
                .map(chapter -> chapter.services(model, present))
                .toList();
        return address ->
                parts.stream().flatMap(part -> part.write(address).stream()).findFirst();
    }
}
