package dev.backonline.page.html;

import dev.backonline.incident.Incident;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.page.Narrator;
import dev.backonline.page.PostLink;
import dev.backonline.page.Tone;
import io.quarkus.qute.RawString;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An incident as it is read. {@code latest} and {@code earlier} are its updates, the newest first; {@code over} and {@code lasted}
 * are empty while it is open.
 */
@RegisterForReflection
record Story(
        String path,
        String title,
        Tone tone,
        boolean open,
        Moment began,
        List<Moment> over,
        String lasted,
        List<Step> latest,
        List<Step> earlier,
        List<Affected> affected,
        List<Place> places) {
    /** More than these are folded away on the first page: after a day of trouble the news is still at the top. */
    private static final int SHOWN_AT_FIRST = 3;

    /** One update. */
    @RegisterForReflection
    record Step(String kind, String label, RawString text, Moment at) {}

    /** A service and what was last told of it; {@code worst} is the worst that was, and empty where that is the same. */
    @RegisterForReflection
    record Affected(String name, String path, String tone, String word, String worst) {}

    /** A post on a network. */
    @RegisterForReflection
    record Place(String channel, String tag, String language, String link) {}

    /** All of it, for its own page. */
    static Story whole(Narrator narrator, Incident incident) {
        return of(narrator, incident, incident.updates().size());
    }

    /** With the newest updates at first sight, for the first page. */
    static Story current(Narrator narrator, Incident incident) {
        return of(narrator, incident, SHOWN_AT_FIRST);
    }

    /** With the last word only; the rest is on its own page. */
    static Story past(Narrator narrator, Incident incident) {
        var all = of(narrator, incident, 1);
        return new Story(
                all.path,
                all.title,
                all.tone,
                all.open,
                all.began,
                all.over,
                all.lasted,
                all.latest,
                List.of(),
                List.of(),
                List.of());
    }

    public String toneKey() {
        return tone.key();
    }

    private static Story of(Narrator narrator, Incident incident, int shown) {
        var steps = incident.updates().reversed().stream()
                .map(update -> step(narrator, incident, update))
                .toList();
        var split = Math.min(shown, steps.size());
        var over = Narrator.over(incident);
        return new Story(
                Frame.path(narrator, "incidents/" + incident.id()),
                narrator.title(incident),
                toneOf(incident),
                incident.isOpen(),
                Moment.full(narrator.timepiece(), incident.startedAt()),
                over.map(time -> moment(narrator, incident, time)).stream().toList(),
                over.map(time -> narrator.span(Duration.between(incident.startedAt(), time)))
                        .orElse(""),
                steps.subList(0, split),
                steps.subList(split, steps.size()),
                incident.services().stream().map(one -> affected(narrator, one)).toList(),
                narrator.model().postsOf(incident.id()).stream()
                        .map(post -> place(narrator, post))
                        .toList());
    }

    private static Tone toneOf(Incident incident) {
        if (!incident.isOpen()) {
            return Tone.WORKING;
        }
        return incident.troubled().isEmpty() ? Tone.WATCHING : Tone.of(Optional.of(incident.state()));
    }

    private static Step step(Narrator narrator, Incident incident, Update update) {
        var kind = switch (update.transition()) {
            case Transition.Problem _, Transition.Worse _, Transition.Again _, Transition.Intermittent _ -> "bad";
            case Transition.Still _, Transition.Note _, Transition.Staged _, Transition.Alarmed _ -> "same";
            case Transition.Better _, Transition.Recovering _ -> "better";
            case Transition.Resolved _, Transition.Correction _ -> "over";
        };
        var text = Prose.html(narrator.text(incident, update));
        return new Step(kind, narrator.label(update), text, moment(narrator, incident, update.at()));
    }

    private static Affected affected(Narrator narrator, Involved involved) {
        var tone = Tone.of(Optional.of(involved.state())).key();
        var worst = Tone.of(Optional.of(involved.worst())).key();
        return new Affected(
                narrator.name(involved.service()),
                narrator.model()
                        .catalog()
                        .find(involved.service())
                        .map(service -> ServiceRow.path(narrator, service))
                        .orElse(""),
                tone,
                narrator.word("state-" + tone),
                worst.equals(tone) ? "" : narrator.word("state-" + worst));
    }

    private static Place place(Narrator narrator, PostLink post) {
        var language = narrator.model().languages().get(post.language());
        var tag = post.language().toLanguageTag();
        var name = language == null ? tag : language.word("language");
        return new Place(post.channel(), tag, name, post.link().toString());
    }

    private static Moment moment(Narrator narrator, Incident incident, Instant instant) {
        return Moment.after(narrator.timepiece(), incident.startedAt(), instant);
    }
}
