package dev.backonline.store.share;

import dev.backonline.check.Observation.Location;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Which processes are there, and who holds what, at one moment; times are those before it. */
public record Roster(List<Peer> peers, List<Tenure> tenures) {
    public Roster {
        peers = List.copyOf(peers);
        tenures = List.copyOf(tenures);
    }

    /** Those of these whose own side works; all of them, if nobody's does. */
    public List<String> able(Predicate<Peer> which) {
        var all = peers.stream().filter(which).toList();
        var able = all.stream().filter(Peer::able).toList();
        return (able.isEmpty() ? all : able).stream().map(Peer::owner).toList();
    }

    /** A process that is there; {@code able}: its own side works. */
    public record Peer(String owner, Location location, boolean able) {}

    /**
     * What somebody holds, or held last, and since when; {@code marked}: how long ago all that was seen until then was written;
     * {@code left}: for how long it is held without being renewed, not positive once it may be taken. No owner: it was given up.
     */
    public record Tenure(String name, String owner, Duration taken, Duration marked, Duration left) {
        public boolean isFree() {
            return owner.isEmpty();
        }

        public boolean isOver() {
            return !left.isPositive();
        }
    }
}
