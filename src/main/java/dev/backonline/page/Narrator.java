package dev.backonline.page;

import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.message.Language;
import dev.backonline.message.Phrases;
import dev.backonline.message.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what is on the page in one language; {@code overall} is how all of it is. */
public record Narrator(PageModel model, Locale locale, Overall overall) {
    /** More names than this are counted instead: a headline is read at a glance. */
    private static final int NAMES_IN_A_HEADLINE = 4;

    /** The same in another language. */
    public Narrator in(Locale other) {
        return new Narrator(model, other, overall);
    }

    public Language language() {
        return Optional.ofNullable(model.languages().get(locale)).orElseThrow();
    }

    public String tag() {
        return locale.toLanguageTag();
    }

    public String word(String key) {
        return language().word(key);
    }

    /** A word with its variables, such as {@code {services}}, filled in. */
    public String word(String key, Map<String, String> values) {
        var text = word(key);
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    public Timepiece timepiece() {
        return new Timepiece(locale, model.identity().zone());
    }

    public String page() {
        return model.identity().name().in(locale);
    }

    public String name(ServiceId service) {
        return model.catalog().find(service).map(one -> one.name().in(locale)).orElse(service.value());
    }

    public String headline(Overall overall) {
        return word("headline-" + overall.tone().key(), Map.of("services", namesOrCount(overall.worst())));
    }

    /** What else has trouble, after the headline has said the worst; empty: nothing. */
    public String also(Overall overall) {
        return overall.also().isEmpty() ? "" : word("headline-also", Map.of("services", namesOrCount(overall.also())));
    }

    /** What the incident is called: by its services, never by how far it has come. */
    public String title(Incident incident) {
        return word("incident-title", Map.of("services", namesOrCount(inOrder(incident.all()))));
    }

    /** What was told, without the link to the incident's own page that it ends with on the networks. */
    public String text(Incident incident, Update update) {
        var text = model.texts().of(incident, update, locale).strip();
        var own = address(incident);
        return text.endsWith(own)
                ? text.substring(0, text.length() - own.length()).strip()
                : text;
    }

    /** One or two words on what an update says. */
    public String label(Update update) {
        return word("said-" + Saying.of(update.transition()).key());
    }

    public String status(Update update) {
        return word("status-" + update.status().name().toLowerCase(Locale.ROOT));
    }

    public String address(Incident incident) {
        return model.identity().at("incidents/" + incident.id()).toString();
    }

    /** When it was over, which is before it was called over; empty: it isn't. */
    public static Optional<Instant> over(Incident incident) {
        return incident.resolvedAt()
                .map(resolved -> incident.latest().transition() instanceof Transition.Resolved(var _, var until)
                        ? until
                        : resolved);
    }

    public String span(Duration span) {
        return new Phrases(language()).words(span);
    }

    /** As in the file, then those that are no longer in it. */
    private List<ServiceId> inOrder(List<ServiceId> services) {
        return Stream.concat(model.catalog().ordered(services).stream(), services.stream())
                .distinct()
                .toList();
    }

    private String namesOrCount(List<ServiceId> services) {
        if (services.isEmpty()) {
            return "";
        }
        if (services.size() > NAMES_IN_A_HEADLINE) {
            return word(
                    "some-services",
                    Map.of(
                            "count", Integer.toString(services.size()),
                            "all", Integer.toString(model.catalog().services().size())));
        }
        return new Phrases(language()).list(services.stream().map(this::name).toList());
    }
}
