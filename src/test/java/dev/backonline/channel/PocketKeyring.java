package dev.backonline.channel;

import dev.backonline.outbox.StoreUnavailable;
import java.util.Optional;

/** A keyring in memory: as true as a database to its compare-and-set, and as absent at times. */
public final class PocketKeyring implements Keyring {
    private Optional<Credentials> kept = Optional.empty();
    private boolean away;
    private int replaced;

    public static PocketKeyring of(Credentials credentials) {
        var keyring = new PocketKeyring();
        keyring.kept = Optional.of(credentials);
        return keyring;
    }

    public synchronized void away(boolean isAway) {
        away = isAway;
    }

    /** How often fresh ones were kept. */
    public synchronized int replaced() {
        return replaced;
    }

    @Override
    public synchronized Optional<Credentials> read() {
        if (away) {
            throw new StoreUnavailable("the database is away", new IllegalStateException("made up"));
        }
        return kept;
    }

    @Override
    public synchronized boolean replace(Optional<Credentials> former, Credentials fresh) {
        if (!read().equals(former)) {
            return false;
        }
        kept = Optional.of(fresh);
        replaced++;
        return true;
    }
}
