package dev.backonline.bot.share;

import dev.backonline.check.Observation.Location;
import dev.backonline.store.share.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The signs of life of the shares that others hold, as they were read at one moment by our own clocks. */
record Vitals(Map<Lot, Sign> shares, long readAt, Duration lease) {
    static final Vitals NONE = new Vitals(Map.of(), 0, Duration.ZERO);

    /** All that this owner had seen was written then; nobody asked between whoever had the share before and the taking. */
    record Sign(String owner, Instant taken, Instant marked, Duration age) {}

    static Vitals read(Roster roster, String me, Duration lease, Instant now, long nanos) {
        var shares = new HashMap<Lot, Sign>();
        roster.tenures().stream()
                .filter(one -> Lot.isLeasedAs(one.name()) && !one.owner().equals(me))
                .filter(one -> !one.isFree() && !one.isOver())
                .forEach(one -> shares.put(
                        Lot.parse(one.name()),
                        new Sign(one.owner(), now.minus(one.taken()), now.minus(one.marked()), one.marked())));
        return new Vitals(shares, nanos, lease);
    }

    /** Of the share that a check is in. */
    Optional<Sign> of(Location location, int share) {
        return Optional.ofNullable(shares.get(new Lot(location, share)));
    }

    /** Without a newer sign of life for as long as a lease, nothing is known any more. */
    boolean isFresh(Sign mark, long nanos) {
        return mark.age().plusNanos(nanos - readAt).compareTo(lease) < 0;
    }

    /** After our wall clock was moved. */
    Vitals moved(Duration by) {
        var moved = new HashMap<Lot, Sign>();
        shares.forEach((share, mark) -> moved.put(
                share,
                new Sign(mark.owner(), mark.taken().plus(by), mark.marked().plus(by), mark.age())));
        return new Vitals(moved, readAt, lease);
    }
}
