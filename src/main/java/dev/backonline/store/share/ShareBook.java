package dev.backonline.store.share;

import dev.backonline.check.Observation.Location;
import dev.backonline.store.Database;
import dev.backonline.store.Session;
import dev.backonline.store.Session.Row;
import dev.backonline.store.share.Roster.Peer;
import dev.backonline.store.share.Roster.Tenure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who holds which share, by the database's own clock; PostgreSQL only. One statement a round renews all that one process holds and reads
 * the rest (decision 33). All methods block on the database.
 */
public final class ShareBook {
    /** The one lease that is no share of checks: whoever holds it decides. */
    public static final String JUDGE = "judge";

    static final String NOW = "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint";

    /** What is changed in such a statement is seen by the next one only, so what was renewed is named beside it. */
    private static final String ROUND = """
            WITH clock AS MATERIALIZED (SELECT %s AS now),
                present AS (
                    INSERT INTO replica (owner, location, able, until) SELECT ?, ?, ?, now + ? FROM clock
                    ON CONFLICT (owner) DO UPDATE
                        SET location = excluded.location, able = excluded.able, until = excluded.until
                    RETURNING owner),
                renewed AS (
                    UPDATE share_lease SET until = now + ?, marked = now - ? FROM clock WHERE owner = ?
                    RETURNING name, owner, now - taken AS taken, now - marked AS marked, until - now AS remaining)
            SELECT location AS name, owner, able AS taken, 0 AS marked, 0 AS remaining, 1 AS peer
                FROM replica, clock WHERE until > now
            UNION ALL SELECT name, owner, taken, marked, remaining, 0 FROM renewed
            UNION ALL SELECT name, COALESCE(owner, ''), now - taken, now - marked, until - now, 0
                FROM share_lease, clock WHERE name NOT IN (SELECT name FROM renewed)""".formatted(NOW);

    private static final String RELEASE_ALL = "UPDATE share_lease SET owner = NULL WHERE owner = ?";
    private static final String LEAVE = "DELETE FROM replica WHERE owner = ?";
    private static final String BURY = "DELETE FROM replica WHERE until < %s - 3600000".formatted(NOW);

    private final Database database;
    private final String owner;
    private final Duration lease;

    /** {@code lease}: for how long is held what is not renewed. */
    public ShareBook(Database database, String owner, Duration lease) {
        this.database = database;
        this.owner = owner;
        this.lease = lease;
    }

    public String owner() {
        return owner;
    }

    public Duration lease() {
        return lease;
    }

    /**
     * Renews all that is held here still, and gives what is so then. {@code age}: how long ago all was written that had been seen;
     * {@code able}: whether our own side works.
     */
    public Roster round(Location location, boolean able, Duration age) {
        var rows = database.read(session ->
                session.rows(ROUND, RosterRow::new, owner, location, able ? 1 : 0, lease, lease, age, owner));
        var peers = Stream.concat(
                        rows.stream()
                                .filter(RosterRow::peer)
                                .map(RosterRow::asPeer)
                                .filter(peer -> !peer.owner().equals(owner)),
                        Stream.of(new Peer(owner, location, able)))
                .toList();
        return new Roster(
                peers,
                rows.stream()
                        .filter(row -> !row.peer())
                        .map(RosterRow::asTenure)
                        .toList());
    }

    /** One row of what is so. */
    private record RosterRow(String name, String owner, long taken, long marked, long remaining, boolean peer) {
        RosterRow(Row row) throws SQLException {
            this(
                    row.text("name"),
                    row.text("owner"),
                    row.number("taken"),
                    row.number("marked"),
                    row.number("remaining"),
                    row.isTrue("peer"));
        }

        Peer asPeer() {
            return new Peer(owner, new Location(name), taken == 1);
        }

        Tenure asTenure() {
            return new Tenure(
                    name, owner, Duration.ofMillis(taken), Duration.ofMillis(marked), Duration.ofMillis(remaining));
        }
    }

    /** Takes those of these that nobody holds; gives which. */
    public List<String> claim(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<Object>(List.of(lease));
        names.stream().sorted().forEach(name -> values.addAll(List.of(name, owner)));
        return database.read(session -> session.rows(
                """
                INSERT INTO share_lease (name, owner, taken, marked, until)
                SELECT v.name, v.owner, now, now, now + ?
                FROM (VALUES %s) AS v (name, owner), (SELECT %s AS now) AS clock
                ON CONFLICT (name) DO UPDATE SET
                    owner = excluded.owner, taken = excluded.taken, marked = excluded.marked, until = excluded.until
                    WHERE share_lease.owner IS NULL OR share_lease.until < excluded.taken
                RETURNING name""".formatted(places("(?, ?)", names.size()), NOW), row -> row.text("name"), values.toArray()));
    }

    private static String places(String each, int count) {
        return String.join(", ", Collections.nCopies(count, each));
    }

    /** Gives these up, at once for everybody. */
    public void release(Collection<String> names) {
        if (!names.isEmpty()) {
            var sql = "UPDATE share_lease SET owner = NULL WHERE owner = ? AND name IN (%s)"
                    .formatted(places("?", names.size()));
            var values = Stream.concat(Stream.of(owner), names.stream().sorted());
            database.read(session -> session.update(sql, values.toArray()));
        }
    }

    /** Gives everything up: this process ends. */
    public void leave() {
        database.read(session -> session.update(RELEASE_ALL, owner) + session.update(LEAVE, owner));
    }

    /** Forgets processes that ended long ago without a word. */
    public void bury() {
        database.read(session -> session.update(BURY));
    }

    /** Whether this owner holds the judge's lease; keeps it from being taken until the transaction ends. */
    public static boolean isJudge(Session session, String owner) throws SQLException {
        return !session.rows(
                        "SELECT name FROM share_lease WHERE name = ? AND owner = ? FOR SHARE",
                        row -> row.text("name"),
                        JUDGE,
                        owner)
                .isEmpty();
    }
}
