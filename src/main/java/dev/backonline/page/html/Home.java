package dev.backonline.page.html;

import dev.backonline.catalog.Group;
import dev.backonline.page.Narrator;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The first page: the state at a glance, what is happening and what is planned, each service, and what happened lately. */
@RegisterForReflection
record Home(
        String tone,
        String headline,
        String also,
        Moment changed,
        List<Story> current,
        List<WorkNotice> works,
        List<Section> sections,
        boolean remembers,
        List<Annals.Day> days) {
    /** How far back the first page looks. */
    private static final Duration LATELY = Duration.ofDays(30);
    /** Ours: after some days with much trouble the first page is still light; the rest is in the history. */
    private static final int MOST_DAYS = 10;

    /** Services under their group's name, or under none. */
    @RegisterForReflection
    record Section(String name, List<ServiceRow> rows) {}

    static Home of(Narrator narrator) {
        var model = narrator.model();
        var overall = narrator.overall();
        var over = model.incidents().stream().filter(one -> !one.isOpen()).toList();
        var since = model.at().minus(LATELY);
        return new Home(
                overall.tone().key(),
                narrator.headline(overall),
                narrator.also(overall),
                Moment.full(narrator.timepiece(), model.at()),
                model.open().stream()
                        .map(incident -> Story.current(narrator, incident))
                        .toList(),
                WorkNotice.ahead(narrator),
                sections(narrator),
                !model.isVast() && !model.history().isEmpty(),
                Annals.days(narrator, over, since::isBefore).stream()
                        .limit(MOST_DAYS)
                        .toList());
    }

    private static List<Section> sections(Narrator narrator) {
        var rows = new LinkedHashMap<String, List<ServiceRow>>();
        for (var service : narrator.model().catalog().services().values()) {
            rows.computeIfAbsent(service.group().map(Group::name).orElse(""), _ -> new ArrayList<>())
                    .add(
                            narrator.model().isVast()
                                    ? ServiceRow.brief(narrator, service)
                                    : ServiceRow.of(narrator, service));
        }
        return rows.entrySet().stream()
                .map(entry -> new Section(entry.getKey(), entry.getValue()))
                .toList();
    }
}
