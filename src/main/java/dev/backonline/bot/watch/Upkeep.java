package dev.backonline.bot.watch;

import dev.backonline.catalog.Agenda;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.catalog.MaintenanceBook;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Incident;
import dev.backonline.verdict.Respite;
import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The maintenances around now, looked up in every agenda from time to time; in between they are at hand without any work. */
public final class Upkeep {
    /** Ours: as far back as the page's history of a quarter. */
    private static final Duration PAST = Duration.ofDays(90);
    /** Ours: far enough ahead for a calendar, and near enough that a daily one does not fill it. */
    private static final Duration AHEAD = Duration.ofDays(60);

    /** Ours: how soon what a person planned at another replica is known here. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final List<Agenda> agendas;
    private final MaintenanceBook book;
    private volatile List<Maintenance> known = List.of();

    /** A maintenance that several agendas know is as the last of them says. */
    private Upkeep(List<Agenda> agendas, MaintenanceBook book) {
        this.agendas = Stream.concat(agendas.stream(), Stream.of(book)).toList();
        this.book = book;
    }

    /** What people wrote down while the bot ran is newer than what is planned in the file. */
    public static Upkeep of(List<Agenda> planned, MaintenanceBook book) {
        return new Upkeep(planned, book);
    }

    /** Looks at the agendas, and gives when it is time to look again. May block on the database. */
    public Duration refresh(Instant now) {
        Map<MaintenanceId, Maintenance> found = new LinkedHashMap<>();
        for (var agenda : agendas) {
            agenda.between(now.minus(PAST), now.plus(AHEAD)).forEach(one -> found.put(one.id(), one));
        }
        known = found.values().stream().sorted(Maintenance.IN_ORDER).toList();
        return LOOK_EVERY;
    }

    /**
     * The verdicts as they count: trouble in a maintenance is expected. What an open incident already tells of a service goes on, since
     * people were told.
     */
    public Map<ServiceId, Verdict> excused(Map<ServiceId, Verdict> verdicts, Collection<Incident> live, Instant now) {
        var respite = new Respite(known).at(now);
        if (respite.maintenances().isEmpty()) {
            return verdicts;
        }
        var told = live.stream()
                .filter(Incident::isOpen)
                .flatMap(incident -> incident.troubled().stream())
                .collect(Collectors.toSet());
        var excused = new HashMap<>(verdicts);
        excused.replaceAll((service, verdict) -> told.contains(service) ? verdict : respite.excused(verdict, now));
        return excused;
    }

    /** Plans one more while the bot runs; gives what is wrong with it, if anything. Blocks on the database. */
    public synchronized Optional<String> plan(Maintenance planned, Instant now) {
        if (!planned.end().isAfter(now)) {
            return Optional.of("should end after now, not at " + planned.end());
        }
        if (planned.start().isAfter(now.plus(AHEAD))) {
            return Optional.of("should start within %d days, not at %s".formatted(AHEAD.toDays(), planned.start()));
        }
        if (known.stream().anyMatch(one -> one.id().equals(planned.id()))) {
            return Optional.of("should have an id of its own, not '%s'".formatted(planned.id()));
        }
        book.write(planned);
        refresh(now);
        return Optional.empty();
    }

    /** Calls one off that is not over, wherever it was planned; gives what is wrong with that, if anything. Blocks on the database. */
    public synchronized Optional<String> callOff(MaintenanceId id, Instant now) {
        var planned = known.stream().filter(one -> one.id().equals(id)).findFirst();
        if (planned.isEmpty()) {
            return Optional.of("is no known maintenance");
        }
        var stage = planned.get().stage(now);
        if (stage == Stage.COMPLETED || stage == Stage.CANCELLED) {
            return Optional.of(stage == Stage.COMPLETED ? "is over already" : "is called off already");
        }
        book.write(planned.get().endedAt(now));
        refresh(now);
        return Optional.empty();
    }

    /** Those that were known at the last look, the earliest first. */
    public List<Maintenance> known() {
        return known;
    }
}
