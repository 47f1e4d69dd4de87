package dev.backonline.channel.zulip;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.net.URI;

/** What the file says of a {@code zulip} channel. */
public record ZulipSettings(
        @Setting(value = "The organisation's address.", example = "https://chat.example")
        URI server,

        @Setting(value = "The e-mail address of the bot, as Zulip shows it.", example = "status-bot@chat.example")
        String email,

        @Setting(value = "The bot's API key.", example = "${env:ZULIP_KEY}")
        Secret apiKey,

        @Setting(
                value = "The name of Zulip's channel to post into. Each incident has a topic of its own in it.",
                example = "status")
        String channel) {}
