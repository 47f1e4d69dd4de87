package dev.backonline.channel.telegram;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.Capabilities.OnUnknown;
import java.net.URI;
import java.util.Optional;

/** What the file says of a {@code telegram} channel. */
public record TelegramSettings(
        @Setting(value = "The bot's token, as BotFather gives it.", example = "${env:TELEGRAM_TOKEN}")
        Secret token,

        @Setting(
                value =
                        "The channel or group: its public name with @, or its number, which begins with -100, in quotes. The bot has to be an administrator of a channel, and a member of a group.",
                example = "\"@example_status\"")
        String chat,

        @Setting(value = "The number of a topic of the group to post into, in quotes.", example = "\"42\"")
        Optional<String> topic,

        @Setting(value = "The server of the Bot API.", fallback = "https://api.telegram.org")
        URI api,

        @Setting(
                value =
                        "What happens to a post of which nobody can tell whether it arrived: resend it (it may appear twice), or hold it for a person (it may be missing).",
                fallback = "hold")
        OnUnknown onUnknown,

        @Setting(value = "Whether readers' devices stay quiet about the posts.", fallback = "false")
        boolean silent) {}
