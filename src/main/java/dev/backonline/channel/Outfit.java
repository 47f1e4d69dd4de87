package dev.backonline.channel;

import dev.backonline.check.Wire;

/** What a channel is made with: the way to its network, and the place where its changing credentials are kept. */
public record Outfit(Wire wire, Keyring keyring) {
    /** For networks whose credentials never change. */
    public static Outfit of(Wire wire) {
        return new Outfit(wire, Keyring.NONE);
    }
}
