package dev.backonline.page.html;

import dev.backonline.catalog.Group;
import dev.backonline.catalog.Service;
import dev.backonline.incident.Incident;
import dev.backonline.page.Narrator;
import dev.backonline.page.Overall;
import dev.backonline.page.Tone;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The first page: the state at a glance, what is happening, each service, and what happened lately. */
@RegisterForReflection
record Home(
        String tone,
        String headline,
        String also,
        Moment changed,
        List<Story> current,
        List<Section> sections,
        List<Day> days) {
    /** How far back the first page looks. */
    private static final Duration LATELY = Duration.ofDays(30);

    /** Services under their group's name, or under none. */
    @RegisterForReflection
    record Section(String name, List<Row> rows) {}

    /** A service and its state. */
    @RegisterForReflection
    record Row(String name, String tone, String word) {}

    /** The incidents that began on one day. */
    @RegisterForReflection
    record Day(String machine, String name, List<Story> stories) {}

    static Home of(Narrator narrator) {
        var model = narrator.model();
        var overall = Overall.of(model);
        return new Home(
                overall.tone().key(),
                narrator.headline(overall),
                narrator.also(overall),
                Moment.full(narrator.timepiece(), model.at()),
                model.open().stream()
                        .map(incident -> Story.current(narrator, incident))
                        .toList(),
                sections(narrator),
                days(narrator));
    }

    private static List<Section> sections(Narrator narrator) {
        var rows = new LinkedHashMap<String, List<Row>>();
        for (var service : narrator.model().catalog().services().values()) {
            rows.computeIfAbsent(service.group().map(Group::name).orElse(""), _ -> new ArrayList<>())
                    .add(row(narrator, service));
        }
        return rows.entrySet().stream()
                .map(entry -> new Section(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Row row(Narrator narrator, Service service) {
        var tone = Tone.of(narrator.model().state(service.id())).key();
        return new Row(service.name().in(narrator.locale()), tone, narrator.word("state-" + tone));
    }

    private static List<Day> days(Narrator narrator) {
        return byDay(narrator).entrySet().stream()
                .map(entry -> new Day(
                        entry.getKey().toString(),
                        narrator.timepiece().write(entry.getKey()),
                        entry.getValue().stream()
                                .map(incident -> Story.past(narrator, incident))
                                .toList()))
                .toList();
    }

    private static SequencedMap<LocalDate, List<Incident>> byDay(Narrator narrator) {
        var since = narrator.model().at().minus(LATELY);
        var days = new LinkedHashMap<LocalDate, List<Incident>>();
        for (var incident : narrator.model().incidents()) {
            if (!incident.isOpen() && incident.startedAt().isAfter(since)) {
                days.computeIfAbsent(narrator.timepiece().day(incident.startedAt()), _ -> new ArrayList<>())
                        .add(incident);
            }
        }
        return days;
    }
}
