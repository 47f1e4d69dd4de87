package dev.backonline.store;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation.Location;
import dev.backonline.store.Session.Row;
import dev.backonline.store.history.Numbers;
import dev.backonline.store.history.PackedBucket;
import dev.backonline.verdict.history.Bucket;
import dev.backonline.verdict.history.History;
import dev.backonline.verdict.history.OutcomeChange;
import dev.backonline.verdict.history.Retention;
import dev.backonline.verdict.history.Width;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** History as rows. All that takes time (packing, adding up) is done before the transaction, so that it keeps nobody waiting. */
final class SqlHistory implements History {
    /** Hours and days are nobody's own. */
    private static final String TOGETHER = "";

    private static final String PUT = """
            INSERT INTO history_bucket (width, start_at, writer, contents) VALUES (?, ?, ?, ?)
            ON CONFLICT (width, start_at, writer) DO UPDATE SET contents = excluded.contents""";
    private static final String READ = """
            SELECT start_at, contents FROM history_bucket
            WHERE width = ? AND start_at >= ? AND start_at < ? ORDER BY start_at, writer""";
    private static final String NEWEST = "SELECT MAX(start_at) AS newest FROM history_bucket WHERE width = ?";
    private static final String FORGET = "DELETE FROM history_bucket WHERE width = ? AND start_at < ?";

    /** Written twice, it is there once: a commit may have succeeded although it seemed to fail. */
    private static final String ADD = """
            INSERT INTO outcome_change (check_name, location, at, kind, took, reason) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (check_name, location, at) DO NOTHING""";

    private static final String CHANGES = """
            SELECT changed.name AS check_name, place.name AS location, at, kind, took, reason
            FROM outcome_change AS change
                JOIN history_name AS changed ON changed.id = change.check_name
                JOIN history_name AS place ON place.id = change.location
            WHERE at >= ? AND at < ? ORDER BY at, check_name, location LIMIT ?""";
    private static final String FIRST_TOO_MANY = "SELECT at FROM outcome_change ORDER BY at DESC LIMIT 1 OFFSET ?";
    private static final String FORGET_CHANGES = """
            DELETE FROM outcome_change AS old
            WHERE at < ? AND EXISTS (
                SELECT 1 FROM outcome_change AS newer
                WHERE newer.check_name = old.check_name AND newer.location = old.location
                    AND newer.at > old.at AND newer.at < ?)""";
    /** Two processes that add up the same hour do so one after the other, or the later one might miss what the other has seen. */
    private static final String ALONE = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('history', 0))";

    private static final String NAME = "INSERT INTO history_name (name) VALUES (?) ON CONFLICT (name) DO NOTHING";
    private static final String NAMES = "SELECT id, name FROM history_name";

    private final Database database;
    private final Numbers numbers = new Numbers(this::learn);

    SqlHistory(Database database) {
        this.database = database;
    }

    private Map<String, Long> learn(Set<String> unknown) {
        var inOrder = unknown.stream().sorted().toList();
        return database.write(session -> {
            for (var name : inOrder) {
                session.update(NAME, name);
            }
            var all = new HashMap<String, Long>();
            session.rows(NAMES, row -> all.put(row.text("name"), row.number("id")));
            return all;
        });
    }

    /** A bucket as it is stored. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Packed(Width width, Instant start, String writer, byte[] contents) {
        int put(Session session) throws SQLException {
            return session.update(PUT, width, start, writer, contents);
        }
    }

    private Packed packed(Bucket bucket, String writer) {
        numbers.know(Stream.concat(
                        bucket.states().keySet().stream().map(ServiceId::value),
                        bucket.checks().keySet().stream().map(CheckId::value))
                .toList());
        return new Packed(bucket.width(), bucket.start(), writer, PackedBucket.pack(bucket, numbers::of));
    }

    @Override
    public void write(Notes notes) {
        var minutes = notes.minutes().stream()
                .map(bucket -> packed(bucket, notes.writer()))
                .toList();
        numbers.know(notes.changes().stream()
                .flatMap(change ->
                        Stream.of(change.check().value(), change.location().value()))
                .toList());
        database.write(session -> {
            for (var minute : minutes) {
                minute.put(session);
            }
            for (var change : notes.changes()) {
                add(session, change);
            }
            return true;
        });
    }

    private void add(Session session, OutcomeChange change) throws SQLException {
        session.update(
                ADD,
                numbers.of(change.check().value()),
                numbers.of(change.location().value()),
                change.at(),
                change.kind(),
                change.took().toNanos(),
                change.reason());
    }

    @Override
    public void sumUp(Width width, Instant start, Instant end) {
        if (database.dialect() == Dialect.EMBEDDED) {
            var sum = database.read(session -> sum(session, width, start, end));
            sum.ifPresent(packed -> database.write(packed::put));
        } else {
            database.write(session -> {
                session.rows(ALONE, _ -> true);
                var sum = sum(session, width, start, end);
                return sum.isPresent() && sum.get().put(session) > 0;
            });
        }
    }

    private Optional<Packed> sum(Session session, Width width, Instant start, Instant end) throws SQLException {
        var parts = buckets(session, width == Width.DAY ? Width.HOUR : Width.MINUTE, start, end);
        return parts.isEmpty() ? Optional.empty() : Optional.of(packed(Bucket.joined(width, start, parts), TOGETHER));
    }

    @Override
    public List<Bucket> read(Width width, Instant from, Instant until) {
        return database.read(session -> buckets(session, width, from, until));
    }

    private List<Bucket> buckets(Session session, Width width, Instant from, Instant until) throws SQLException {
        var together = new TreeMap<Instant, Bucket>();
        session.rows(
                        READ,
                        row -> PackedBucket.unpack(width, row.time("start_at"), row.bytes("contents"), numbers::name),
                        width,
                        from,
                        until)
                .forEach(bucket -> together.merge(bucket.start(), bucket, Bucket::beside));
        return List.copyOf(together.values());
    }

    @Override
    public Optional<Instant> newest(Width width) {
        return database.read(session -> session.row(NEWEST, row -> row.maybeTime("newest"), width))
                .flatMap(newest -> newest);
    }

    @Override
    public List<OutcomeChange> changes(Instant from, Instant until, int most) {
        return database.read(session -> session.rows(CHANGES, SqlHistory::change, from, until, most));
    }

    private static OutcomeChange change(Row row) throws SQLException {
        return new OutcomeChange(
                new CheckId(row.text("check_name")),
                new Location(row.text("location")),
                row.time("at"),
                row.one(OutcomeChange.Kind.class, "kind"),
                Duration.ofNanos(row.number("took")),
                row.text("reason"));
    }

    @Override
    public void forget(Retention retention, Instant now) {
        database.write(session -> {
            for (var width : Width.values()) {
                session.update(FORGET, width, now.minus(retention.of(width)));
            }
            var tooMany = session.row(FIRST_TOO_MANY, row -> row.time("at").plusMillis(1), retention.rawMost());
            var tooOld = now.minus(retention.raw());
            var edge = tooMany.filter(tooOld::isBefore).orElse(tooOld);
            return session.update(FORGET_CHANGES, edge, edge);
        });
    }
}
