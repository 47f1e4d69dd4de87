package dev.backonline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Transition.Again;
import dev.backonline.incident.Transition.Alarmed;
import dev.backonline.incident.Transition.Better;
import dev.backonline.incident.Transition.Correction;
import dev.backonline.incident.Transition.Intermittent;
import dev.backonline.incident.Transition.Note;
import dev.backonline.incident.Transition.Problem;
import dev.backonline.incident.Transition.Recovering;
import dev.backonline.incident.Transition.Resolved;
import dev.backonline.incident.Transition.Staged;
import dev.backonline.incident.Transition.Still;
import dev.backonline.incident.Transition.Worse;
import dev.backonline.incident.Update;
import dev.backonline.incident.Update.Words;
import dev.backonline.store.Session.Row;
import dev.backonline.store.SqlLedger.AlarmRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps of incidents as rows. */
final class UpdateRows {
    /** What {@link #read} reads and {@link #insert} writes; a version after this one may add others. */
    static final String COLUMNS =
            "incident, number, at, status, kind, services, since, until, next_update, why, said_by, said, maintenance, said_more, alarm";

    private static final String INSERT =
            "INSERT INTO incident_update (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final ObjectMapper JSON = new ObjectMapper();

    private UpdateRows() {}

    static void insert(Session session, IncidentId incident, Update update) throws SQLException {
        var transition = update.transition();
        session.update(
                INSERT,
                incident,
                update.number(),
                update.at(),
                update.status(),
                kind(transition),
                joined(transition.services()),
                since(transition),
                until(transition),
                transition.nextUpdate(),
                update.why(),
                update.words().map(Words::by),
                title(update).map(UpdateRows::json),
                staged(transition).map(Maintenance::id),
                staged(transition).flatMap(Maintenance::detail).map(UpdateRows::json),
                AlarmRows.alarm(transition).map(AlarmRows::json));
    }

    private static Optional<Maintenance> staged(Transition transition) {
        return transition instanceof Staged staged ? Optional.of(staged.maintenance()) : Optional.empty();
    }

    /** What a person said, or what a maintenance is called. */
    private static Optional<Translated> title(Update update) {
        return staged(update.transition())
                .map(Maintenance::title)
                .or(() -> update.words().flatMap(Words::text));
    }

    static Update read(Row row) throws SQLException {
        return new Update(
                row.count("number"),
                row.time("at"),
                row.one(Status.class, "status"),
                transition(row),
                row.text("why"),
                words(row));
    }

    private static Optional<Words> words(Row row) throws SQLException {
        var text = row.maybeText("said").map(UpdateRows::texts);
        return row.maybeText("said_by").map(by -> new Words(by, text));
    }

    /** In the order given: the first language stands in for those that are missing. */
    private static String json(Translated text) {
        var node = JsonNodeFactory.instance.objectNode();
        text.texts().forEach((language, words) -> node.put(language.toLanguageTag(), words));
        return node.toString();
    }

    private static Translated texts(String json) {
        try {
            var texts = new LinkedHashMap<Locale, String>();
            JSON.readTree(json)
                    .properties()
                    .forEach(one -> texts.put(
                            Locale.forLanguageTag(one.getKey()), one.getValue().asText()));
            return new Translated(texts);
        } catch (JsonProcessingException garbled) {
            throw new IllegalStateException("the database has words that are no JSON: " + json, garbled);
        }
    }

    private static Transition transition(Row row) throws SQLException {
        var services = services(row.text("services"));
        var kind = row.text("kind");
        return switch (kind) {
            case "problem" -> new Problem(services, row.maybeSpan("next_update"));
            case "still" -> new Still(services, row.maybeSpan("next_update"));
            case "worse" -> new Worse(services, row.maybeSpan("next_update"));
            case "better" -> new Better(services, row.maybeSpan("next_update"));
            case "recovering" -> new Recovering(services);
            case "resolved" -> new Resolved(services, row.time("until"));
            case "again" -> new Again(services, row.time("since"), row.maybeSpan("next_update"));
            case "intermittent" -> new Intermittent(services, row.time("since"), row.maybeSpan("next_update"));
            case "note" -> new Note(services, row.maybeSpan("next_update"));
            case "correction" -> new Correction(services);
            case "scheduled", "in_progress", "completed", "cancelled" -> staged(row, services);
            case "raised" -> AlarmRows.alarm(row.text("alarm"), true);
            case "cleared" -> AlarmRows.alarm(row.text("alarm"), false);
            default ->
                throw new IllegalStateException(
                        "the database has an update of kind '%s', which this version does not know".formatted(kind));
        };
    }

    private static Staged staged(Row row, List<ServiceId> services) throws SQLException {
        var stage = row.one(Stage.class, "kind");
        return new Staged(
                new Maintenance(
                        new MaintenanceId(row.text("maintenance")),
                        texts(row.text("said")),
                        row.maybeText("said_more").map(UpdateRows::texts),
                        services,
                        row.time("since"),
                        row.time("until"),
                        stage == Stage.CANCELLED),
                stage);
    }

    private static String kind(Transition transition) {
        return switch (transition) {
            case Problem _ -> "problem";
            case Still _ -> "still";
            case Worse _ -> "worse";
            case Better _ -> "better";
            case Recovering _ -> "recovering";
            case Resolved _ -> "resolved";
            case Again _ -> "again";
            case Intermittent _ -> "intermittent";
            case Note _ -> "note";
            case Correction _ -> "correction";
            case Staged staged -> staged.stage().name().toLowerCase(Locale.ROOT);
            case Alarmed alarmed -> alarmed.stands() ? "raised" : "cleared";
        };
    }

    private static Optional<Instant> since(Transition transition) {
        return switch (transition) {
            case Again again -> Optional.of(again.since());
            case Intermittent intermittent -> Optional.of(intermittent.since());
            case Staged staged -> Optional.of(staged.maintenance().start());
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> until(Transition transition) {
        return switch (transition) {
            case Resolved resolved -> Optional.of(resolved.until());
            case Staged staged -> Optional.of(staged.maintenance().end());
            default -> Optional.empty();
        };
    }

    /** A service's id has no space, so that a list of them needs no table. */
    static String joined(List<ServiceId> services) {
        return services.stream().map(ServiceId::value).collect(Collectors.joining(" "));
    }

    static List<ServiceId> services(String joined) {
        return Arrays.stream(joined.split(" "))
                .filter(name -> !name.isEmpty())
                .map(ServiceId::new)
                .toList();
    }
}
