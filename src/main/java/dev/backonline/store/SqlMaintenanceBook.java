package dev.backonline.store;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceBook;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import dev.backonline.store.Session.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Maintenances, with their services and their texts in rows of their own. */
final class SqlMaintenanceBook implements MaintenanceBook {
    private static final String INSERT =
            "INSERT INTO maintenance (id, starts_at, ends_at, cancelled, ahead) VALUES (?, ?, ?, ?, ?)";
    private static final String INSERT_SERVICE =
            "INSERT INTO maintenance_service (maintenance, position, service) VALUES (?, ?, ?)";
    private static final String INSERT_TEXT =
            "INSERT INTO maintenance_text (maintenance, part, position, language, text) VALUES (?, ?, ?, ?, ?)";
    private static final String BETWEEN = """
            SELECT id, starts_at, ends_at, cancelled, ahead FROM maintenance
            WHERE ends_at > ? AND starts_at < ? ORDER BY starts_at, id""";
    private static final String SERVICES =
            "SELECT service FROM maintenance_service WHERE maintenance = ? ORDER BY position";
    private static final String TEXTS =
            "SELECT language, text FROM maintenance_text WHERE maintenance = ? AND part = ? ORDER BY position";

    private final Database database;

    SqlMaintenanceBook(Database database) {
        this.database = database;
    }

    /** What a text is of. */
    private enum Part {
        TITLE,
        DETAIL
    }

    @Override
    public void write(Maintenance one) {
        database.write(session -> {
            session.update("DELETE FROM maintenance_text WHERE maintenance = ?", one.id());
            session.update("DELETE FROM maintenance_service WHERE maintenance = ?", one.id());
            session.update("DELETE FROM maintenance WHERE id = ?", one.id());
            session.update(INSERT, one.id(), one.start(), one.end(), one.cancelled() ? 1 : 0, one.ahead());
            for (var position = 0; position < one.services().size(); position++) {
                session.update(
                        INSERT_SERVICE, one.id(), position, one.services().get(position));
            }
            insert(session, one.id(), Part.TITLE, one.title());
            if (one.detail().isPresent()) {
                insert(session, one.id(), Part.DETAIL, one.detail().get());
            }
            return one;
        });
    }

    private static void insert(Session session, MaintenanceId id, Part part, Translated translated)
            throws SQLException {
        var position = 0;
        for (var text : translated.texts().entrySet()) {
            session.update(INSERT_TEXT, id, part, position, text.getKey(), text.getValue());
            position++;
        }
    }

    @Override
    public List<Maintenance> between(Instant from, Instant until) {
        return database.snapshot(session -> {
            var found = new ArrayList<Maintenance>();
            for (var line : session.rows(BETWEEN, PlannedLine::read, from, until)) {
                found.add(maintenance(session, line));
            }
            return found;
        });
    }

    private static Maintenance maintenance(Session session, PlannedLine line) throws SQLException {
        return new Maintenance(
                line.id(),
                texts(session, line.id(), Part.TITLE).orElseThrow(),
                texts(session, line.id(), Part.DETAIL),
                session.rows(SERVICES, row -> new ServiceId(row.text("service")), line.id()),
                line.start(),
                line.end(),
                line.cancelled(),
                line.ahead());
    }

    private static Optional<Translated> texts(Session session, MaintenanceId id, Part part) throws SQLException {
        var texts = new LinkedHashMap<Locale, String>();
        session.rows(TEXTS, row -> Map.entry(language(row), row.text("text")), id, part)
                .forEach(text -> texts.put(text.getKey(), text.getValue()));
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Translated(texts));
    }

    /** The language of a text for all of them has the tag "und". */
    private static Locale language(Row row) throws SQLException {
        return Locale.forLanguageTag(row.text("language"));
    }

    /** One row of the table itself. */
    private record PlannedLine(
            MaintenanceId id, Instant start, Instant end, boolean cancelled, Optional<Duration> ahead) {
        static PlannedLine read(Row row) throws SQLException {
            return new PlannedLine(
                    new MaintenanceId(row.text("id")),
                    row.time("starts_at"),
                    row.time("ends_at"),
                    row.isTrue("cancelled"),
                    row.maybeSpan("ahead"));
        }
    }
}
