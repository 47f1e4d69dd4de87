package dev.backonline.channel.discord;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.net.URI;

/** What the file says of a {@code discord} channel. */
public record DiscordSettings(
        @Setting(value = "The token of the app's bot.", example = "${env:DISCORD_TOKEN}")
        Secret token,

        @Setting(
                value =
                        "The number of the room, or of a thread in it, in quotes. There the bot needs to view, send messages and read the message history.",
                example = "\"1100000000000000000\"")
        String channel,

        @Setting(value = "Where Discord's API is.", fallback = "https://discord.com/api/v10")
        URI api) {}
