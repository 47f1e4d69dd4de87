package dev.backonline.page;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Group;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Update;
import dev.backonline.message.Language;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import dev.backonline.message.Saying;
import dev.backonline.message.Size;
import dev.backonline.page.brand.Branding;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A made-up company and its status page, in Italian and English, on the evening of an outage. */
public final class Piazza {
    public static final Instant NOW = Instant.parse("2026-06-18T18:30:00Z");
    public static final Instant EVENING = Instant.parse("2026-06-18T16:04:00Z");
    public static final ServiceId MESSAGES = new ServiceId("messages");
    public static final ServiceId CALLS = new ServiceId("calls");
    public static final ServiceId PHOTOS = new ServiceId("photos");
    public static final ServiceId SHOP = new ServiceId("shop");
    public static final ServiceId PAYMENTS = new ServiceId("payments");
    public static final Identity IDENTITY = new Identity(
            Translated.same("Piazza"),
            URI.create("https://status.piazza.example"),
            List.of(Locale.ITALIAN, Locale.ENGLISH),
            ZoneId.of("Europe/Rome"));

    private static final Map<Locale, Language> LANGUAGES = Map.of(
            Locale.ITALIAN, LanguageFile.read(Locale.ITALIAN), Locale.ENGLISH, LanguageFile.read(Locale.ENGLISH));
    private static final Renderer RENDERER = new Renderer(LANGUAGES.values());

    private Piazza() {}

    public static Catalog catalog() {
        return Catalog.of(List.of(
                service(MESSAGES, "Messaggi", "Messages", "Chat"),
                service(CALLS, "Chiamate", "Calls", "Chat"),
                service(PHOTOS, "Foto", "Photos", "Chat"),
                service(SHOP, "Negozio", "Shop", ""),
                service(PAYMENTS, "Pagamenti", "Payments", "")));
    }

    /** The page while these incidents are known, the newest first. */
    public static PageModel with(Incident... incidents) {
        return model(catalog(), List.of(incidents), Map.of());
    }

    public static PageModel model(Catalog catalog, List<Incident> incidents, Map<IncidentId, List<PostLink>> posts) {
        var states = new HashMap<ServiceId, ServiceState>();
        catalog.services().keySet().forEach(service -> states.put(service, ServiceState.OPERATIONAL));
        incidents.stream()
                .filter(Incident::isOpen)
                .flatMap(incident -> incident.services().stream())
                .forEach(involved -> states.put(involved.service(), involved.state()));
        return new PageModel(
                IDENTITY,
                LANGUAGES,
                new Words(catalog),
                catalog,
                states,
                incidents,
                posts,
                List.of(),
                NOW,
                false,
                Map.of(),
                Branding.NONE);
    }

    /** What a chapter writes at a path. */
    public static String written(Chapter chapter, PageModel model, String path) {
        return Optional.ofNullable(chapter.whole(model, Site.EMPTY).get(path))
                .map(Sheet::text)
                .orElseThrow();
    }

    static Service service(ServiceId id, String italian, String english, String group) {
        var names = new Translated(Map.of(Locale.ITALIAN, italian, Locale.ENGLISH, english));
        var family = Optional.of(group).filter(name -> !name.isEmpty()).map(Group::new);
        return new Service(id, names, family, Set.of(), Optional.empty());
    }

    /** Says it as the program does. */
    private record Words(Catalog catalog) implements UpdateText {
        @Override
        public String of(Incident incident, Update update, Locale language) {
            var facts = new Reporter(IDENTITY, catalog).facts(incident, update, language, update.at());
            return RENDERER.render(language, Saying.of(update.transition()), Size.LONG, facts);
        }
    }
}
