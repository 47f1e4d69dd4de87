package dev.backonline.channel.ntfy;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.net.URI;
import java.util.Optional;

/** What the file says of an {@code ntfy} channel. */
public record NtfySettings(
        @Setting(value = "The server.", fallback = "https://ntfy.sh")
        URI server,

        @Setting(
                value =
                        "The topic that readers subscribe to. Without access control whoever knows it may read and post.",
                example = "example-status")
        String topic,

        @Setting(
                value =
                        "An access token that may post to the topic, and read it for look-ups; without it the bot is anybody.",
                example = "${env:NTFY_TOKEN}")
        Optional<Secret> token) {}
