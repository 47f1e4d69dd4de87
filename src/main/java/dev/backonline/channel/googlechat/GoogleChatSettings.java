package dev.backonline.channel.googlechat;

import dev.backonline.catalog.SecretAddress;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.Capabilities.OnUnknown;

/** What the file says of a {@code google-chat} channel. */
public record GoogleChatSettings(
        @Setting(
                value =
                        "The address of the space's webhook, as Google Chat shows it, with key and token. Whoever has it may post: keep it out of the file itself.",
                example = "${env:GOOGLE_CHAT_URL}")
        SecretAddress url,

        @Setting(
                value =
                        "What happens to a post of which nobody can tell whether it arrived: resend it (it may appear twice), or hold it for a person (it may be missing).",
                fallback = "resend")
        OnUnknown onUnknown) {}
