package dev.backonline.channel.bluesky;

import dev.backonline.channel.Keyring;
import dev.backonline.channel.Keyring.Credentials;
import java.util.Optional;

/** A keyring whose owner is overtaken by another process just before it keeps something. */
record Overtaken(Keyring keyring, Runnable other) implements Keyring {
    @Override
    public Optional<Credentials> read() {
        return keyring.read();
    }

    @Override
    public boolean replace(Optional<Credentials> former, Credentials fresh) {
        other.run();
        return keyring.replace(former, fresh);
    }
}
