package dev.backonline.channel;

import dev.backonline.catalog.Secret;
import dev.backonline.outbox.ChannelId;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the credentials of one channel that change, encrypted; fresh ones are kept before they are used. Blocks on the database;
 * throws {@link dev.backonline.outbox.StoreUnavailable}, and then nothing was kept.
 */
public interface Keyring {
    /** For commands and networks that keep nothing. */
    Keyring NONE = new Keyring() {
        @Override
        public Optional<Credentials> read() {
            return Optional.empty();
        }

        @Override
        public boolean replace(Optional<Credentials> former, Credentials fresh) {
            return true;
        }
    };

    /** What was kept last; empty if nothing, or if it can't be decrypted with the key of today. */
    Optional<Credentials> read();

    /** Keeps fresh ones in place of those that were read; false, and nothing kept, if another process was there first: read again. */
    boolean replace(Optional<Credentials> former, Credentials fresh);

    /**
     * What a network has given us in place of what the file says, for a time. {@code access} opens the door until {@code expires},
     * {@code refresh} is traded for the next ones; {@code origin} is a digest of what the file said when they were given, so that what
     * was written into the file since then wins.
     */
    record Credentials(Secret access, Secret refresh, Instant expires, String origin) {}

    /** Where the keyrings of all channels hang. */
    @FunctionalInterface
    interface Cabinet {
        Keyring of(ChannelId channel);
    }
}
