package dev.backonline.channel.bluesky;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.access.Renewals;
import java.net.URI;

/** What the file says of a {@code bluesky} channel. */
public record BlueskySettings(
        @Setting(value = "The server that keeps the account.", fallback = "https://bsky.social")
        URI server,

        @Setting(value = "The account's handle, without @, or its DID.", example = "status.social.example")
        String handle,

        @Setting(
                value = "An app password of the account; never the account's own password.",
                example = "${file:/run/secrets/bluesky}")
        Secret appPassword) {
    String origin() {
        return Renewals.digest(server.toString(), handle, appPassword.value());
    }
}
