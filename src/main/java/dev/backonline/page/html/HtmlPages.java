package dev.backonline.page.html;

import dev.backonline.catalog.Service;
import dev.backonline.incident.Incident;
import dev.backonline.page.Chapter;
import dev.backonline.page.Narrator;
import dev.backonline.page.PageModel;
import dev.backonline.page.ServiceAddress;
import dev.backonline.page.ServiceChapter;
import dev.backonline.page.Sheet;
import dev.backonline.page.Site;
import dev.backonline.page.Timepiece;
import dev.backonline.page.Tone;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The first page, each incident's, each service's and each month's, in every language, under {@code /<language>/}. */
public final class HtmlPages implements Chapter {
    private final PageTemplates templates;
    private final Assets assets;
    /** Of each language once: they are on every page. */
    private final Map<Locale, Timepiece.Dial> dials = new ConcurrentHashMap<>();

    public HtmlPages(PageTemplates templates, Assets assets) {
        this.templates = templates;
        this.assets = assets;
    }

    @Override
    public Map<String, Sheet> write(PageModel model) {
        var pages = new HashMap<String, Sheet>();
        for (var language : model.identity().languages()) {
            var narrator = model.narrator(language);
            var root = "/" + narrator.tag() + "/";
            pages.put(root, home(narrator));
            pages.put(absent(narrator.tag()), notFound(narrator));
            model.incidents().forEach(one -> pages.put(root + "incidents/" + one.id(), incident(narrator, one)));
            var months = Annals.months(narrator);
            pages.put(root + "history", annals(narrator, months.getFirst(), "history"));
            months.forEach(one -> pages.put(root + "history/" + one, annals(narrator, one, "history/" + one)));
        }
        return pages;
    }

    @Override
    public ServiceChapter services(PageModel model, Site present) {
        var any = model.narrator(model.identity().language());
        return address -> address.file() == ServiceAddress.File.PAGE
                ? Optional.of(service(any.in(address.language()), address.service()))
                : Optional.empty();
    }

    /** Where the page for unknown addresses is kept, which no browser can ask for. */
    public static String absent(String language) {
        return language + ":absent";
    }

    /** By language tag: what a page says when it is older than the trouble. */
    public Map<String, String> notices(PageModel model) {
        var notices = new HashMap<String, String>();
        for (var language : model.identity().languages()) {
            var narrator = model.narrator(language);
            var at = Moment.full(narrator.timepiece(), model.at());
            notices.put(
                    narrator.tag(), templates.render("notice.html", Map.of("text", narrator.word("stale"), "at", at)));
        }
        return notices;
    }

    private Sheet home(Narrator narrator) {
        var overall = narrator.overall();
        var title = narrator.headline(overall) + " · " + narrator.page();
        var frame = Frame.of(narrator, assets, overall.tone(), title, "");
        return page(narrator, "home.html", Map.of("frame", frame, "home", Home.of(narrator)));
    }

    private Sheet incident(Narrator narrator, Incident incident) {
        var story = Story.whole(narrator, incident);
        var title = story.title() + " · " + narrator.page();
        var frame = Frame.of(narrator, assets, story.tone(), title, "incidents/" + incident.id());
        return page(narrator, "incident.html", Map.of("frame", frame, "story", story));
    }

    private Sheet service(Narrator narrator, Service service) {
        var portrait = Portrait.of(narrator, service);
        var title = portrait.row().name() + ": " + portrait.row().word() + " · " + narrator.page();
        var frame = Frame.of(narrator, assets, portrait.tone(), title, "services/" + service.id());
        return page(narrator, "service.html", Map.of("frame", frame, "portrait", portrait));
    }

    private Sheet annals(Narrator narrator, YearMonth month, String path) {
        var annals = Annals.of(narrator, month, Annals.months(narrator));
        var title = narrator.word("history") + ", " + annals.name() + " · " + narrator.page();
        var frame = Frame.of(narrator, assets, narrator.overall().tone(), title, path);
        return page(narrator, "history.html", Map.of("frame", frame, "annals", annals));
    }

    private Sheet notFound(Narrator narrator) {
        var frame = Frame.of(narrator, assets, Tone.UNKNOWN, narrator.word("absent"), "");
        return page(narrator, "absent.html", Map.of("frame", frame));
    }

    private Sheet page(Narrator narrator, String template, Map<String, Object> data) {
        var all = new HashMap<>(data);
        all.put("words", narrator.language().page());
        all.put(
                "dial",
                dials.computeIfAbsent(
                        narrator.locale(), _ -> narrator.timepiece().dial()));
        all.put("zone", narrator.model().identity().zone().getId());
        all.put("overall", narrator.overall().tone().key());
        return Sheet.html(templates.render(template, all));
    }
}
