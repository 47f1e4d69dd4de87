package dev.backonline.page.html;

import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.incident.Incident;
import dev.backonline.page.Narrator;
import dev.backonline.page.Planned;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What happened in one month, and the way to the months beside it. */
@RegisterForReflection
record Annals(String machine, String name, List<Day> days, List<Neighbour> earlier, List<Neighbour> later) {
    /** Ours: how many months are kept as pages, though nothing happened in some of them. */
    private static final int MOST_MONTHS = 36;

    /** What began on one day: incidents, and maintenance that is over. */
    @RegisterForReflection
    record Day(String machine, String name, List<Story> stories, List<WorkNotice> works) {}

    /** The page of another month. */
    @RegisterForReflection
    record Neighbour(String name, String path) {}

    /** Everything that is over or goes on, by the months that readers may ask for, the newest first. */
    static List<YearMonth> months(Narrator narrator) {
        var newest = month(narrator, narrator.model().at());
        var oldest = beginnings(narrator)
                .map(time -> month(narrator, time))
                .min(Comparator.naturalOrder())
                .filter(newest::isAfter)
                .orElse(newest);
        return Stream.iterate(newest, one -> one.minusMonths(1))
                .limit(MOST_MONTHS)
                .takeWhile(one -> !one.isBefore(oldest))
                .toList();
    }

    static Annals of(Narrator narrator, YearMonth month, List<YearMonth> months) {
        return new Annals(
                month.toString(),
                narrator.timepiece().write(month),
                days(
                        narrator,
                        narrator.model().incidents(),
                        time -> month(narrator, time).equals(month)),
                neighbours(narrator, month.minusMonths(1), months),
                neighbours(narrator, month.plusMonths(1), months));
    }

    /** By the day on which it began, the newest first. */
    static List<Day> days(Narrator narrator, List<Incident> among, Predicate<Instant> isAskedFor) {
        var incidents =
                among.stream().filter(one -> isAskedFor.test(one.startedAt())).toList();
        var works = over(narrator)
                .filter(one -> isAskedFor.test(one.maintenance().start()))
                .toList();
        var days = new TreeMap<LocalDate, List<Incident>>(Comparator.reverseOrder());
        incidents.forEach(one -> days.computeIfAbsent(day(narrator, one.startedAt()), _ -> new ArrayList<>())
                .add(one));
        works.forEach(
                one -> days.computeIfAbsent(day(narrator, one.maintenance().start()), _ -> new ArrayList<>()));
        return days.entrySet().stream()
                .map(entry -> day(narrator, entry.getKey(), entry.getValue(), works))
                .toList();
    }

    private static Day day(Narrator narrator, LocalDate date, List<Incident> incidents, List<Planned> works) {
        return new Day(
                date.toString(),
                narrator.timepiece().write(date),
                incidents.stream().map(one -> Story.past(narrator, one)).toList(),
                works.stream()
                        .filter(one -> day(narrator, one.maintenance().start()).equals(date))
                        .map(one -> WorkNotice.of(narrator, one))
                        .toList());
    }

    private static Stream<Planned> over(Narrator narrator) {
        return narrator.model().maintenances(Stage.COMPLETED).stream();
    }

    private static Stream<Instant> beginnings(Narrator narrator) {
        return Stream.concat(
                narrator.model().incidents().stream().map(Incident::startedAt),
                over(narrator).map(one -> one.maintenance().start()));
    }

    private static List<Neighbour> neighbours(Narrator narrator, YearMonth month, List<YearMonth> months) {
        return months.contains(month)
                ? List.of(new Neighbour(narrator.timepiece().write(month), Frame.path(narrator, "history/" + month)))
                : List.of();
    }

    private static LocalDate day(Narrator narrator, Instant instant) {
        return narrator.timepiece().day(instant);
    }

    private static YearMonth month(Narrator narrator, Instant instant) {
        return YearMonth.from(day(narrator, instant));
    }
}
