package dev.backonline.bot.backtest;

import dev.backonline.bot.playback.Shot;
import dev.backonline.bot.playback.Tape;
import dev.backonline.bot.record.Mapping;
import dev.backonline.bot.record.Mapping.Keeping;
import dev.backonline.bot.record.RecordedRow;
import dev.backonline.bot.record.Recording;
import dev.backonline.bot.record.Spacing;
import dev.backonline.catalog.ServiceId;
import dev.backonline.check.Observation.Location;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ServicePlan;
import dev.backonline.verdict.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds who in the file each row is about, and how often it was asked; says what it can't find. */
final class Casting {
    private final Recording recording;
    private final Mapping mapping;
    private final BotConfig config;
    private final Map<String, ServiceId> ids;
    private final Spacing spacing;
    private final Keeping keeping;
    private final long locations;
    private final List<String> mistakes = new ArrayList<>();

    /** {@code ids}: names that are known already, where the file was made up from them. */
    Casting(Recording recording, Mapping mapping, BotConfig config, Map<String, ServiceId> ids) {
        this.recording = recording;
        this.mapping = mapping;
        this.ids = ids;
        this.locations =
                recording.rows().stream().map(RecordedRow::location).distinct().count();
        this.spacing = Spacing.of(recording.rows());
        this.keeping = mapping.keeping() == Keeping.DETECT ? spacing.keeping() : mapping.keeping();
        this.config = paced(config);
    }

    /** With every check at the pace at which the record's prober asked. */
    private BotConfig paced(BotConfig given) {
        var canaries = mapping.canaries().isEmpty() ? given.canaries().subList(0, 0) : given.canaries();
        return given.by(rule -> rule.every(pace(rule.every())), canaries, given.publishing());
    }

    private Duration pace(Duration every) {
        var asked = spacing.median();
        return mapping.every().orElse(keeping == Keeping.SAMPLES && asked.compareTo(every) > 0 ? asked : every);
    }

    BotConfig config() {
        return config;
    }

    Keeping keeping() {
        return keeping;
    }

    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /** Services of the file that the record doesn't mention. */
    List<ServiceId> unheard() {
        var heard = recording.services().stream()
                .flatMap(name -> plan(name).stream())
                .map(plan -> plan.service().id())
                .toList();
        return config.services().stream()
                .map(plan -> plan.service().id())
                .filter(id -> !heard.contains(id))
                .toList();
    }

    /** Every check that the record tells of, as far as nothing is amiss. */
    List<Tape> tapes() {
        var tapes = new ArrayList<Tape>();
        var kept = new LinkedHashMap<Tape.Subject, String>();
        Spacing.bySubject(recording.rows()).forEach((_, rows) -> {
            var first = rows.getFirst();
            subject(first).ifPresent(subject -> {
                var other = kept.putIfAbsent(subject, first.location());
                if (other != null && keeping == Keeping.CHANGES) {
                    wrong(
                            first,
                            "the check was asked from '%s' too, and a log of changes should be of one location"
                                    .formatted(other));
                }
                tapes.add(tape(subject, rows));
            });
        });
        if (!mapping.canaries().isEmpty() && config.canaries().isEmpty()) {
            mistakes.add("%s: the mapping names canaries, but the file has none.".formatted(recording.file()));
        }
        return tapes;
    }

    private Tape tape(Tape.Subject subject, List<RecordedRow> rows) {
        List<Shot> shots = rows.stream().map(RecordedRow::shot).toList();
        var every = switch (subject) {
            case Tape.OfService(var _, var rule, var _) -> rule.every();
            case Tape.OfCanary _ -> pace(config.canaries().getFirst().every());
        };
        return new Tape(subject, every, keeping == Keeping.CHANGES, shots);
    }

    private Optional<Tape.Subject> subject(RecordedRow row) {
        if (mapping.canaries().contains(row.service())) {
            return canary(mapping.canaries().indexOf(row.service()));
        }
        var plan = plan(row.service());
        if (plan.isEmpty()) {
            wrong(
                    row,
                    "the file has no service '%s'; it has: %s. A mapping can tell who it is, or leave it out"
                            .formatted(row.service(), known()));
        }
        return plan.flatMap(found ->
                rule(found, row).map(rule -> new Tape.OfService(found.service().id(), rule, location(row))));
    }

    /** Where all rows are from one place, it is ours. */
    private Location location(RecordedRow row) {
        return (locations < 2 ? Optional.<Location>empty() : row.place()).orElse(Location.HERE);
    }

    /** The file may have fewer than the record: then several speak for one. */
    private Optional<Tape.Subject> canary(int place) {
        var canaries = config.canaries();
        return canaries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tape.OfCanary(
                        canaries.get(Math.min(place, canaries.size() - 1)).id()));
    }

    private Optional<ServicePlan> plan(String name) {
        var wanted = Optional.ofNullable(mapping.services().get(name))
                .flatMap(Mapping.Alias::id)
                .or(() -> Optional.ofNullable(ids.get(name)));
        return config.services().stream()
                .filter(plan -> wanted.map(plan.service().id()::equals).orElseGet(() -> isCalled(plan, name)))
                .findFirst();
    }

    private static boolean isCalled(ServicePlan plan, String name) {
        return plan.service().id().value().equals(name)
                || plan.service().name().texts().containsValue(name);
    }

    private String known() {
        return config.services().stream()
                .map(plan -> plan.service().id().value())
                .collect(Collectors.joining(", "));
    }

    /** By its id, its place, its kind; where the record names checks by words of its own, in the order of their first rows. */
    private Optional<Rule> rule(ServicePlan plan, RecordedRow row) {
        var rules = plan.rules();
        if (rules.size() == 1) {
            return Optional.of(rules.getFirst());
        }
        if (!ids.isEmpty()) {
            return Optional.of(rules.get(labels(row.service()).indexOf(row.check())));
        }
        var found = rules.stream().filter(rule -> row.isAbout(rule.check())).toList();
        if (found.size() != 1) {
            wrong(
                    row,
                    "the service '%s' has the checks %s, and the row doesn't tell which"
                            .formatted(
                                    plan.service().id(),
                                    rules.stream()
                                            .map(rule -> rule.check().value())
                                            .collect(Collectors.joining(", "))));
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<String> labels(String service) {
        return recording.rows().stream()
                .filter(row -> row.service().equals(service))
                .map(RecordedRow::check)
                .distinct()
                .toList();
    }

    private void wrong(RecordedRow row, String sentence) {
        mistakes.add("%s:%d: %s.".formatted(recording.file(), row.line(), sentence));
    }
}
