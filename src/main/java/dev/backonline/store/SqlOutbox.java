package dev.backonline.store;

import dev.backonline.incident.IncidentId;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Outbox;
import dev.backonline.outbox.Recipient;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The deliveries in their table. */
final class SqlOutbox implements Outbox {
    private static final String SELECT = "SELECT " + DeliveryRows.COLUMNS + " ";
    private static final String IN_TURN =
            "channel = ? AND state IN ('ready', 'unknown') AND NOT " + DeliveryRows.STANDS_BEHIND;
    private static final String DUE = SELECT + "FROM delivery AS d WHERE " + IN_TURN
            + " AND not_before <= ? AND (lease_until IS NULL OR lease_until <= ?) ORDER BY id LIMIT ?";
    private static final String NEXT_DUE =
            "SELECT MIN(CASE WHEN lease_until > not_before THEN lease_until ELSE not_before END) AS due FROM delivery AS d WHERE "
                    + IN_TURN;
    private static final String THREAD =
            SELECT + "FROM delivery WHERE incident = ? AND channel = ? AND language = ? ORDER BY id";
    private static final String OF = SELECT + "FROM delivery WHERE incident = ? ORDER BY id";
    private static final String FIND = SELECT + "FROM delivery WHERE id = ?";
    private static final String OPEN = SELECT
            + "FROM delivery WHERE state IN ('waiting', 'ready', 'sending', 'unknown', 'held') ORDER BY id LIMIT ?";
    private static final String HELD = SELECT + "FROM delivery WHERE channel = ? AND state = 'held' ORDER BY id";
    private static final String TALLY = """
            SELECT channel, state, COUNT(*) AS count, MIN(not_before) AS earliest
            FROM delivery
            WHERE state IN ('waiting', 'ready', 'sending', 'unknown', 'held')
            GROUP BY channel, state ORDER BY channel, state""";
    private static final String RECOVER = """
            UPDATE delivery
            SET version = version + 1, state = 'unknown', not_before = ?, lease_owner = NULL, lease_until = NULL,
                frozen_doubted = 1, note = 'the bot stopped while it was being sent'
            WHERE id IN (SELECT id FROM delivery WHERE lease_owner IS NOT NULL AND state = 'sending'""";
    private static final String ENDED = " AND lease_until <= ?";
    private static final String RELEASE = """
            UPDATE delivery
            SET version = version + 1, lease_owner = NULL, lease_until = NULL
            WHERE lease_owner IS NOT NULL AND state <> 'sending'""";
    private static final String SHIFT = "UPDATE delivery SET not_before = not_before + ?"
            + " WHERE id IN (SELECT id FROM delivery WHERE state IN ('waiting', 'ready', 'sending', 'unknown', 'held')"
            + " ORDER BY id";
    private static final String SHIFT_LEASES = "UPDATE delivery SET lease_until = lease_until + ?"
            + " WHERE id IN (SELECT id FROM delivery WHERE lease_owner = ? ORDER BY id";

    private static final String TOLD =
            "SELECT COUNT(*) AS count FROM delivery WHERE channel = ? AND created_at >= ? AND state NOT IN ('superseded', 'abandoned')";
    private static final String POSTED =
            "SELECT EXISTS (SELECT 1 FROM delivery WHERE channel = ? AND posted_id = ?) AS posted";

    private final Database database;

    SqlOutbox(Database database) {
        this.database = database;
    }

    @Override
    public List<Delivery> due(ChannelId channel, Instant now, int most) {
        return database.read(session -> session.rows(DUE, DeliveryRows::read, channel, now, now, most));
    }

    @Override
    public Optional<Instant> nextDue(ChannelId channel) {
        return database.read(session -> session.row(NEXT_DUE, row -> row.maybeTime("due"), channel))
                .flatMap(due -> due);
    }

    @Override
    public List<Delivery> thread(IncidentId incident, Recipient recipient) {
        return database.read(session ->
                session.rows(THREAD, DeliveryRows::read, incident, recipient.channel(), recipient.language()));
    }

    @Override
    public List<Delivery> of(IncidentId incident) {
        return database.read(session -> session.rows(OF, DeliveryRows::read, incident));
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        return database.read(session -> session.row(FIND, DeliveryRows::read, id.value()));
    }

    @Override
    public List<Delivery> open(int most) {
        return database.read(session -> session.rows(OPEN, DeliveryRows::read, most));
    }

    @Override
    public List<Delivery> held(ChannelId channel) {
        return database.read(session -> session.rows(HELD, DeliveryRows::read, channel));
    }

    @Override
    public long told(ChannelId channel, Instant since) {
        return database.read(session -> session.row(TOLD, row -> row.number("count"), channel, since))
                .orElseThrow();
    }

    @Override
    public List<Tally> tally() {
        return database.read(session -> session.rows(
                TALLY,
                row -> new Tally(
                        new ChannelId(row.text("channel")),
                        row.one(DeliveryState.class, "state"),
                        row.number("count"),
                        row.time("earliest"))));
    }

    @Override
    public boolean isPosted(ChannelId channel, String postedId) {
        return database.read(session -> session.row(POSTED, row -> row.isTrue("posted"), channel, postedId))
                .orElseThrow();
    }

    @Override
    public Optional<List<Delivery>> advance(List<Delivery> changed) {
        return database.write(session -> {
            new Database.RowLocks(database.dialect(), session).take(changed);
            return mayAdvance(session, changed) ? Optional.of(advanced(session, changed)) : Optional.empty();
        });
    }

    /** Rows are locked in the order of their ids, whatever the order given: so two callers never wait for each other. */
    private boolean mayAdvance(Session session, List<Delivery> changed) throws SQLException {
        var inOrder = changed.stream()
                .sorted(Comparator.comparingLong(delivery -> delivery.id().value()))
                .toList();
        for (var delivery : inOrder) {
            var stored = Stored.find(session, database.dialect(), delivery);
            if (stored.filter(now -> now.allows(delivery)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static List<Delivery> advanced(Session session, List<Delivery> changed) throws SQLException {
        var stored = new ArrayList<Delivery>();
        for (var delivery : changed) {
            stored.add(DeliveryRows.replace(session, delivery).orElseThrow(() -> twice(delivery)));
        }
        for (var delivery : stored) {
            if (!delivery.state().blocksThread() || delivery.state() == DeliveryState.WAITING) {
                DeliveryRows.promote(session, delivery.incident(), delivery.recipient());
            }
        }
        return stored;
    }

    private static IllegalArgumentException twice(Delivery delivery) {
        return new IllegalArgumentException(
                "delivery %s should not be advanced twice at once".formatted(delivery.id()));
    }

    @Override
    public int recover(Instant now, Instant lookAt, boolean everyOwner) {
        return database.write(session -> {
            if (everyOwner) {
                session.update(RELEASE);
            }
            return everyOwner ? session.update(recover(""), lookAt) : session.update(recover(ENDED), lookAt, now);
        });
    }

    /** No new version: whoever works on one goes on, since only the clock has changed. */
    @Override
    public void shift(Duration by, String owner, boolean everyOwner) {
        database.write(session -> {
            if (everyOwner) {
                session.update(inOrder(SHIFT), by.toMillis());
            }
            return session.update(inOrder(SHIFT_LEASES), by.toMillis(), owner);
        });
    }

    private String inOrder(String sql) {
        return sql + database.dialect().locked + ")";
    }

    private String recover(String which) {
        return RECOVER + which + " ORDER BY id" + database.dialect().unlessLocked + ")";
    }
}
