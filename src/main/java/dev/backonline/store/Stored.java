package dev.backonline.store;

import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Lease;
import dev.backonline.store.Session.Row;
import java.sql.SQLException;
import java.util.Optional;

/** What decides whether a delivery may be replaced, as it is in the database at this moment. */
record Stored(long version, DeliveryState state, long fence, Optional<String> owner, boolean behind) {
    private static final String SELECT = """
            SELECT version, state, fence, lease_owner, CASE WHEN %s THEN 1 ELSE 0 END AS behind
            FROM delivery AS d WHERE id = ?""".formatted(DeliveryRows.STANDS_BEHIND);

    /** Locks its row. */
    static Optional<Stored> find(Session session, Dialect dialect, Delivery delivery) throws SQLException {
        return session.row(SELECT + dialect.locked, Stored::read, delivery.id().value());
    }

    private static Stored read(Row row) throws SQLException {
        return new Stored(
                row.number("version"),
                row.one(DeliveryState.class, "state"),
                row.number("fence"),
                row.maybeText("lease_owner"),
                row.count("behind") == 1);
    }

    /** Whether the replacement was made of this version, and is not sent before its turn. */
    boolean allows(Delivery next) {
        if (next.version() != version) {
            return false;
        }
        checkArrow(next);
        next.lease().ifPresent(lease -> checkFence(next, lease));
        return !(behind && next.state() == DeliveryState.SENDING);
    }

    private void checkArrow(Delivery next) {
        if (next.state() != state && !state.next().contains(next.state())) {
            throw new IllegalStateException(
                    "delivery %s is %s in the database and can't become %s".formatted(next.id(), state, next.state()));
        }
    }

    private void checkFence(Delivery next, Lease lease) {
        var same = lease.fence() == fence && owner.filter(lease.owner()::equals).isPresent();
        if (lease.fence() <= fence && !same) {
            throw new IllegalArgumentException("the fence of a claim on delivery %s should be higher than %s, not %s"
                    .formatted(next.id(), fence, lease.fence()));
        }
    }
}
