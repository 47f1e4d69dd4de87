package dev.backonline.page.html;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.message.Phrases;
import dev.backonline.page.Narrator;
import dev.backonline.page.Planned;
import dev.backonline.page.Tone;
import io.quarkus.qute.RawString;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A maintenance as it is read; {@code lasted} is from its start to its end. */
@RegisterForReflection
record WorkNotice(
        String id,
        String title,
        RawString detail,
        String services,
        String stage,
        String tone,
        Moment began,
        List<Moment> over,
        String lasted) {
    /** Ours: one that comes again every week would fill the page. */
    private static final int MOST_UPCOMING = 5;

    /** Those that a reader should know of now: under way first, then what is to come, called off or not. */
    static List<WorkNotice> ahead(Narrator narrator) {
        var model = narrator.model();
        var toCome = model.maintenances().stream()
                .filter(one -> one.stage() == Stage.SCHEDULED
                        || (one.stage() == Stage.CANCELLED
                                && one.maintenance().end().isAfter(model.at())))
                .limit(MOST_UPCOMING);
        return Stream.concat(model.maintenances(Stage.IN_PROGRESS).stream(), toCome)
                .map(one -> of(narrator, one))
                .toList();
    }

    static WorkNotice of(Narrator narrator, Planned planned) {
        var maintenance = planned.maintenance();
        var locale = narrator.locale();
        return new WorkNotice(
                maintenance.id().toString(),
                maintenance.title().in(locale),
                Prose.html(maintenance.detail().map(text -> text.in(locale)).orElse("")),
                services(narrator, maintenance),
                narrator.word("status-" + planned.stage().name().toLowerCase(Locale.ROOT)),
                planned.stage() == Stage.CANCELLED ? Tone.UNKNOWN.key() : Tone.MAINTENANCE.key(),
                Moment.full(narrator.timepiece(), maintenance.start()),
                List.of(Moment.after(narrator.timepiece(), maintenance.start(), maintenance.end())),
                narrator.span(Duration.between(maintenance.start(), maintenance.end())));
    }

    private static String services(Narrator narrator, Maintenance maintenance) {
        var names = maintenance.services().stream().map(narrator::name).toList();
        return new Phrases(narrator.language()).list(names);
    }
}
