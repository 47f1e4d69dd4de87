package dev.backonline.page;

import static dev.backonline.page.Piazza.NOW;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.Incident;
import dev.backonline.message.Language;
import dev.backonline.page.brand.Branding;
import dev.backonline.verdict.history.Past;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A page to be looked at in a browser: the scenes with memories, and those that strain the layout. */
public record Exhibit(String name, PageModel model) {
    public static final Locale ARABIC = Locale.of("ar");
    private static final String LONG =
            "Riconciliazione dei pagamenti internazionali con Donaudampfschifffahrtsgesellschaftskapitänsmütze";

    public static final Exhibit CALM = of("calm", Scene.CALM);
    public static final Exhibit OUTAGE = of("outage", Scene.OUTAGE);
    public static final Exhibit OVER = of("over", Scene.SEVERAL);
    public static final Exhibit EMPTY = new Exhibit("empty", Scene.CALM.model());
    public static final Exhibit MAINTENANCE = maintenance();
    public static final Exhibit CITY = new Exhibit("city", city(12, 3));
    public static final Exhibit ARAB = arab();

    public static Stream<Exhibit> all() {
        return Stream.of(CALM, OUTAGE, OVER, EMPTY, MAINTENANCE, CITY, ARAB);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Exhibit of(String name, Scene scene) {
        var model = scene.model();
        return new Exhibit(name, remembering(model));
    }

    /** With a past of each of its services. */
    public static PageModel remembering(PageModel model) {
        var services = List.copyOf(model.catalog().services().keySet());
        return with(model, model.states(), model.maintenances(), Memories.of(services, NOW));
    }

    private static Exhibit maintenance() {
        var model = Scene.CALM.model();
        var states = new HashMap<>(model.states());
        states.put(Piazza.SHOP, ServiceState.UNDER_MAINTENANCE);
        var works = List.of(
                work("works-1", "We move the shop to a larger house", -1, 2, false),
                work("works-2", "A newer database", 50, 51, false),
                work("works-3", "A newer cable", 70, 74, true));
        var services = List.copyOf(model.catalog().services().keySet());
        return new Exhibit("maintenance", with(model, states, works, Memories.of(services, NOW)));
    }

    private static Planned work(String id, String title, int from, int until, boolean cancelled) {
        var maintenance = new Maintenance(
                new MaintenanceId(id),
                new Translated(Map.of(Locale.ENGLISH, title, Locale.ITALIAN, "Lavori: " + title)),
                Optional.of(Translated.same("You can still read everything; buying has to wait.")),
                List.of(Piazza.SHOP, Piazza.PAYMENTS),
                NOW.plus(Duration.ofHours(from)),
                NOW.plus(Duration.ofHours(until)),
                cancelled);
        return new Planned(maintenance, maintenance.stage(NOW));
    }

    /** Many services in groups of four; so many of them are down. */
    public static PageModel city(int count, int down) {
        var services = new ArrayList<Service>();
        for (var index = 0; index < count; index++) {
            var id = new ServiceId("service-" + index);
            var name = index == 1 ? LONG : "Servizio " + (index + 1);
            services.add(
                    Piazza.service(id, name, index == 1 ? LONG : "Service " + (index + 1), "Area " + (index / 4 + 1)));
        }
        var ids = services.stream().map(Service::id).limit(down).toArray(ServiceId[]::new);
        var incidents = down == 0
                ? List.<Incident>of()
                : List.of(Plot.of("abcdef000001", Piazza.EVENING, ServiceState.PARTIAL_OUTAGE, ids)
                        .still(21)
                        .open());
        return remembering(Piazza.model(Catalog.of(services), incidents, Map.of()));
    }

    /** Many incidents, one every day. */
    public static List<Incident> incidents(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> Plot.of(
                                "abcdef%06d".formatted(index + 10),
                                Piazza.EVENING.minus(Duration.ofDays(index)),
                                ServiceState.PARTIAL_OUTAGE,
                                Piazza.MESSAGES)
                        .still(10)
                        .over(40))
                .toList();
    }

    private static Map<String, String> arabicWords() {
        var words = new HashMap<>(LanguageFile.read(Locale.ENGLISH).page());
        words.putAll(Map.of(
                "language", "العربية",
                "headline-major", "عطل كبير في {services}",
                "services", "الخدمات",
                "now", "ما يحدث الآن",
                "past", "الحوادث السابقة",
                "state-working", "تعمل",
                "state-major", "متوقفة",
                "said-still", "ما زلنا نعمل على ذلك",
                "today", "اليوم",
                "days-ago", "قبل 90 يومًا"));
        return words;
    }

    private static Exhibit arab() {
        var model = remembering(Scene.OUTAGE.model());
        var english = LanguageFile.read(Locale.ENGLISH);
        var languages = new HashMap<>(model.languages());
        languages.put(ARABIC, new Language(ARABIC, english.wording(), english.units(), arabicWords()));
        var identity = model.identity();
        return new Exhibit(
                "arab",
                new PageModel(
                        new Identity(identity.name(), identity.url(), List.of(ARABIC, Locale.ENGLISH), identity.zone()),
                        languages,
                        (incident, update, language) ->
                                model.texts().of(incident, update, language.equals(ARABIC) ? Locale.ENGLISH : language),
                        model.catalog(),
                        model.states(),
                        model.incidents(),
                        model.posts(),
                        model.maintenances(),
                        model.at(),
                        false,
                        model.history(),
                        Branding.NONE));
    }

    private static PageModel with(
            PageModel model, Map<ServiceId, ServiceState> states, List<Planned> works, Map<ServiceId, Past> history) {
        return new PageModel(
                model.identity(),
                model.languages(),
                model.texts(),
                model.catalog(),
                states,
                model.incidents(),
                model.posts(),
                works,
                model.at(),
                model.demonstration(),
                history,
                model.branding());
    }

    /** The same with other incidents before its own. */
    public static PageModel with(PageModel model, List<Incident> earlier) {
        return new PageModel(
                model.identity(),
                model.languages(),
                model.texts(),
                model.catalog(),
                model.states(),
                Stream.concat(model.incidents().stream(), earlier.stream()).toList(),
                model.posts(),
                model.maintenances(),
                model.at(),
                model.demonstration(),
                model.history(),
                model.branding());
    }

    /** The same with another branding. */
    public static PageModel branded(PageModel model, Branding branding) {
        return new PageModel(
                model.identity(),
                model.languages(),
                model.texts(),
                model.catalog(),
                model.states(),
                model.incidents(),
                model.posts(),
                model.maintenances(),
                model.at(),
                model.demonstration(),
                model.history(),
                branding);
    }
}
