package dev.backonline.channel.discordwebhook;

import dev.backonline.catalog.SecretAddress;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.Capabilities.OnUnknown;
import java.util.Optional;

/** What the file says of a {@code discord-webhook} channel. */
public record DiscordWebhookSettings(
        @Setting(
                value =
                        "The address of the webhook, as Discord copies it. Whoever has it may post: keep it out of the file itself.",
                example = "${env:DISCORD_URL}")
        SecretAddress url,

        @Setting(
                value = "The number of a thread in the webhook's room to post into, in quotes.",
                example = "\"1100000000000000000\"")
        Optional<String> threadId,

        @Setting(
                value =
                        "What happens to a post of which nobody can tell whether it arrived: resend it (it may appear twice), or hold it for a person (it may be missing).",
                fallback = "resend")
        OnUnknown onUnknown) {}
