package dev.backonline.store;

import dev.backonline.incident.IncidentId;
import dev.backonline.message.Saying;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Delivery.Origin;
import dev.backonline.outbox.Delivery.Reason;
import dev.backonline.outbox.Delivery.Trail;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Hold;
import dev.backonline.outbox.Lease;
import dev.backonline.outbox.Posted;
import dev.backonline.outbox.Recipient;
import dev.backonline.store.Session.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Deliveries as rows. */
final class DeliveryRows {
    /** In a condition on a row {@code d}: one before it in its thread is unfinished. */
    static final String STANDS_BEHIND = """
            EXISTS (
                SELECT 1 FROM delivery AS before
                WHERE before.incident = d.incident AND before.channel = d.channel AND before.language = d.language
                    AND before.id < d.id AND before.state IN (%s))""".formatted(blocking());

    /** What {@link #read} reads, by name: a version after this one may add columns while this one runs. */
    static final String COLUMNS = """
            id, version, incident, update_number, channel, language, state, attempts, not_before, note, hold,
            frozen_saying, frozen_key, frozen_body, frozen_text, frozen_at, frozen_newest, frozen_doubted, frozen_edit,
            parent_id, parent_link, posted_id, posted_link, lease_owner, lease_until, fence, trail""";

    private static final String INSERT = """
            INSERT INTO delivery
                (version, incident, update_number, channel, language, created_at, state, attempts, not_before, note, hold,
                    trail)
            VALUES (1, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)""";
    private static final String REPLACE = """
            UPDATE delivery
            SET version = version + 1, state = ?, attempts = ?, not_before = ?, note = ?, hold = ?,
                frozen_saying = ?, frozen_key = ?, frozen_body = ?, frozen_text = ?, frozen_at = ?, frozen_newest = ?,
                frozen_doubted = ?, frozen_edit = ?,
                parent_id = ?, parent_link = ?, posted_id = ?, posted_link = ?,
                lease_owner = ?, lease_until = ?, fence = COALESCE(?, fence)
            WHERE id = ? AND version = ?
            RETURNING\s""" + COLUMNS;
    private static final String PROMOTE =
            "UPDATE delivery AS d SET state = 'ready', version = version + 1 WHERE incident = ? AND state = 'waiting' AND hold IS NULL AND NOT "
                    + STANDS_BEHIND;

    private DeliveryRows() {}

    static void insert(Session session, Delivery delivery, Instant createdAt) throws SQLException {
        session.update(
                INSERT,
                delivery.incident(),
                delivery.update(),
                delivery.recipient().channel(),
                delivery.recipient().language(),
                createdAt,
                delivery.state(),
                delivery.notBefore(),
                delivery.note(),
                delivery.reason().hold(),
                delivery.origin().trail().map(Trail::value));
    }

    /** As it is stored now, with its new version; empty if it was at another one. */
    static Optional<Delivery> replace(Session session, Delivery delivery) throws SQLException {
        var frozen = delivery.frozen();
        var parent = frozen.flatMap(Frozen::parent);
        var lease = delivery.lease();
        return session.row(
                REPLACE,
                DeliveryRows::read,
                delivery.state(),
                delivery.attempts(),
                delivery.notBefore(),
                delivery.note(),
                delivery.reason().hold(),
                frozen.map(Frozen::saying),
                frozen.map(Frozen::key),
                frozen.map(Frozen::body),
                frozen.map(Frozen::text),
                frozen.map(Frozen::at),
                frozen.flatMap(Frozen::newest),
                frozen.map(Frozen::doubted).orElse(false) ? 1 : 0,
                frozen.map(Frozen::edit).orElse(false) ? 1 : 0,
                parent.map(Posted::id),
                parent.flatMap(Posted::link),
                delivery.posted().map(Posted::id),
                delivery.posted().flatMap(Posted::link),
                lease.map(Lease::owner),
                lease.map(Lease::until),
                lease.map(Lease::fence),
                delivery.id().value(),
                delivery.version());
    }

    /** Makes ready what waits in the incident's threads with nothing unfinished before it. */
    static void promote(Session session, IncidentId incident) throws SQLException {
        session.update(PROMOTE, incident);
    }

    /** The same in one thread. */
    static void promote(Session session, IncidentId incident, Recipient recipient) throws SQLException {
        session.update(
                PROMOTE + " AND channel = ? AND language = ?", incident, recipient.channel(), recipient.language());
    }

    static Delivery read(Row row) throws SQLException {
        return new Delivery(
                new DeliveryId(row.number("id")),
                row.number("version"),
                new IncidentId(row.text("incident")),
                new Origin(row.count("update_number"), row.maybeText("trail").map(Trail::new)),
                new Recipient(new ChannelId(row.text("channel")), Locale.forLanguageTag(row.text("language"))),
                row.one(DeliveryState.class, "state"),
                row.count("attempts"),
                row.time("not_before"),
                frozen(row),
                posted(row, "posted_id", "posted_link"),
                lease(row),
                new Reason(row.text("note"), row.maybeOne(Hold.class, "hold")));
    }

    private static Optional<Frozen> frozen(Row row) throws SQLException {
        if (row.maybeText("frozen_saying").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Frozen(
                row.one(Saying.class, "frozen_saying"),
                row.text("frozen_key"),
                row.text("frozen_body"),
                row.text("frozen_text"),
                row.time("frozen_at"),
                posted(row, "parent_id", "parent_link"),
                row.maybeText("frozen_newest"),
                row.isTrue("frozen_doubted"),
                row.isTrue("frozen_edit")));
    }

    private static Optional<Posted> posted(Row row, String id, String link) throws SQLException {
        var address = row.maybeAddress(link);
        return row.maybeText(id).map(name -> new Posted(name, address));
    }

    private static Optional<Lease> lease(Row row) throws SQLException {
        var until = row.time("lease_until");
        var fence = row.number("fence");
        return row.maybeText("lease_owner").map(owner -> new Lease(owner, until, fence));
    }

    private static String blocking() {
        return Arrays.stream(DeliveryState.values())
                .filter(DeliveryState::blocksThread)
                .map(state -> "'" + state.name().toLowerCase(Locale.ROOT) + "'")
                .collect(Collectors.joining(", "));
    }
}
