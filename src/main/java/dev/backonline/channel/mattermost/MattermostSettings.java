package dev.backonline.channel.mattermost;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.net.URI;

/** What the file says of a {@code mattermost} channel. */
public record MattermostSettings(
        @Setting(value = "The server.", example = "https://mattermost.example")
        URI server,

        @Setting(value = "The access token of the bot account.", example = "${env:MATTERMOST_TOKEN}")
        Secret token,

        @Setting(
                value =
                        "The id of the room, of 26 letters and digits, as the panel about it shows it. The bot has to be a member of it.",
                example = "4xp9fdt77pncbef59f4k1qe83o")
        String channel) {}
