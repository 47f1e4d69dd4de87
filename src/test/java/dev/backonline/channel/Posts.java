package dev.backonline.channel;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.channel.Channel.Post;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.message.Message;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Posts for tests: one incident of two services on an evening in Rome, told in English and Italian. */
public final class Posts {
    public static final Instant AT = Instant.parse("2026-11-22T20:04:00Z");
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale ITALIAN = Locale.ITALIAN;

    /** Those that are built in beside the two. */
    static final List<Locale> OTHERS = List.of(Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.of("pt"));

    public static final URI URL = URI.create("https://status.example.org/incidents/k3xw9b2m4q7z");

    /** A name that would call everybody, and shout, wherever it is taken for more than words. */
    public static final String HOSTILE =
            "<!channel> *x* @everyone [a](b) #tag <@123> <b>_y_</b> `z` |s| ~t~ & @someone@example.org";

    private static final ServiceId CHAT = new ServiceId("chat");
    private static final ServiceId PHOTOS = new ServiceId("photos");
    private static final Identity IDENTITY = new Identity(
            named("Harbour Status", "Stato di Harbour"),
            URI.create("https://status.example.org/"),
            List.of(ENGLISH, ITALIAN),
            ZoneId.of("Europe/Rome"));
    private static final Catalog CATALOG = Catalog.of(List.of(
            service(CHAT, named("Messages", "Messaggi")), service(PHOTOS, named("Photos & more", "Foto & altro"))));

    private Posts() {}

    /** The others say it as English does. */
    private static Translated named(String english, String italian) {
        return new Translated(languages()
                .collect(Collectors.toMap(language -> language, it -> it.equals(ITALIAN) ? italian : english)));
    }

    /** All that are built in. */
    static Stream<Locale> languages() {
        return Stream.concat(Stream.of(ENGLISH, ITALIAN), OTHERS.stream());
    }

    private static Service service(ServiceId id, Translated name) {
        return new Service(id, name, Optional.empty(), Set.of(), Optional.empty());
    }

    /** A post in one language or several that says what its saying would, with characters that every network treats its own way. */
    public static Post of(Saying saying, Optional<Posted> parent, Locale... languages) {
        return post(saying, text(saying), parent, languages);
    }

    /** A first post with a text of its own. */
    public static Post saying(String text) {
        return saying(text, Optional.empty());
    }

    /** A post with a text of its own that replies to another, if to any. */
    public static Post saying(String text, Optional<Posted> parent) {
        return post(Saying.PROBLEM, Translated.same(text), parent, ENGLISH);
    }

    private static Post post(Saying saying, Translated text, Optional<Posted> parent, Locale... languages) {
        var messages = List.of(languages).stream()
                .map(language -> new Message(saying, language, text.in(language)))
                .toList();
        var update = update(saying);
        return new Post(IDENTITY, CATALOG, incident(update), update, messages, URL, "key-" + saying.key(), AT, parent);
    }

    /** Each with what its language writes and others don't. */
    private static final Map<Locale, String> WORDS = Map.of(
            ENGLISH,
            "%s: Messages and Photos & more (since 21:04 CET). %s",
            ITALIAN,
            "%s: Messaggi e Foto & altro (dalle 21:04 CET), perché è così. %s",
            Locale.GERMAN,
            "%s: Nachrichten und Fotos & mehr (seit 21:04 MEZ); „größer“ als vorher. %s",
            Locale.FRENCH,
            "%s : Messages et Photos & plus (depuis 21:04 CET) ; c’est l’« été » où çà naît. %s",
            Locale.of("es"),
            "%s: Mensajes y Fotos & más (desde las 21:04 CET). ¡Mañana habrá más! %s",
            Locale.of("pt"),
            "%s: Mensagens e Fotos & mais (desde as 21:04 CET); não há previsão, atenção. %s");

    private static Translated text(Saying saying) {
        return new Translated(WORDS.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().formatted(saying.key(), URL))));
    }

    /** What the engine would keep of it. */
    public static Frozen frozen(Channel channel, Post post) {
        return frozen(channel, post, Optional.empty());
    }

    /** The same of a post that takes the place of what its parent said. */
    public static Frozen edit(Channel channel, Post post) {
        return new Frozen(
                post.message().saying(),
                post.key(),
                channel.prepareEdit(post),
                post.message().text(),
                post.at(),
                post.parent(),
                Optional.empty(),
                false,
                true);
    }

    public static Frozen frozen(Channel channel, Post post, Optional<String> newest) {
        return new Frozen(
                post.message().saying(),
                post.key(),
                channel.prepare(post),
                post.message().text(),
                post.at(),
                post.parent(),
                newest,
                false);
    }

    private static Incident incident(Update update) {
        var over = update.status().isOver();
        var chat = over ? ServiceState.OPERATIONAL : ServiceState.MAJOR_OUTAGE;
        var photos = over ? ServiceState.OPERATIONAL : ServiceState.DEGRADED_PERFORMANCE;
        return new Incident(
                new IncidentId("k3xw9b2m4q7z"),
                update.number(),
                update.status(),
                AT.minusSeconds(60),
                AT.minusSeconds(60),
                over ? Optional.of(AT) : Optional.empty(),
                Optional.empty(),
                update.transition() instanceof Transition.Alarmed
                        ? List.of()
                        : List.of(
                                new Involved(CHAT, chat, AT.minusSeconds(60)),
                                new Involved(PHOTOS, photos, AT.minusSeconds(30))),
                List.of(update));
    }

    private static Update update(Saying saying) {
        var both = List.of(CHAT, PHOTOS);
        var next = Optional.of(Duration.ofMinutes(20));
        return switch (saying) {
            case PROBLEM -> update(1, Status.INVESTIGATING, new Transition.Problem(both, next));
            case STILL -> update(2, Status.INVESTIGATING, new Transition.Still(both, Optional.empty()));
            case WORSE -> update(3, Status.INVESTIGATING, new Transition.Worse(both, next));
            case BETTER -> update(4, Status.INVESTIGATING, new Transition.Better(List.of(CHAT), next));
            case RECOVERING -> update(5, Status.MONITORING, new Transition.Recovering(both));
            case RESOLVED, SUMMARY -> update(6, Status.RESOLVED, new Transition.Resolved(both, AT.minusSeconds(20)));
            case AGAIN -> update(7, Status.INVESTIGATING, new Transition.Again(both, AT.minusSeconds(60), next));
            case INTERMITTENT ->
                update(8, Status.INVESTIGATING, new Transition.Intermittent(both, AT.minusSeconds(60), next));
            case NOTE -> update(9, Status.IDENTIFIED, new Transition.Note(both, next));
            case CORRECTION -> update(10, Status.WITHDRAWN, new Transition.Correction(both));
            case SCHEDULED -> update(11, Status.SCHEDULED, staged(Stage.SCHEDULED));
            case STARTED -> update(12, Status.IN_PROGRESS, staged(Stage.IN_PROGRESS));
            case COMPLETED -> update(13, Status.COMPLETED, staged(Stage.COMPLETED));
            case CANCELLED -> update(14, Status.CANCELLED, staged(Stage.CANCELLED));
            case RAISED -> update(15, Status.INVESTIGATING, refused());
            case CLEARED -> update(16, Status.RESOLVED, refused().over());
        };
    }

    private static Transition.Alarmed refused() {
        return new Transition.Alarmed(
                "held",
                "held/7",
                Map.of("channel", "sky"),
                Optional.of("backonline release 7 | backonline drop 7"),
                true);
    }

    private static Transition staged(Stage stage) {
        return new Transition.Staged(
                new Maintenance(
                        new MaintenanceId("upgrade"),
                        named("Database upgrade", "Aggiornamento"),
                        Optional.empty(),
                        List.of(CHAT, PHOTOS),
                        AT,
                        AT.plusSeconds(7200),
                        stage == Stage.CANCELLED),
                stage);
    }

    private static Update update(int number, Status status, Transition transition) {
        return new Update(number, AT, status, transition, "HTTP 503 of http://10.0.0.7/internal");
    }
}
