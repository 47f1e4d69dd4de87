package dev.backonline.channel.webhook;

import dev.backonline.catalog.SecretAddress;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.standardwebhooks.SigningSecret;
import java.util.Optional;

/** What the file says of a {@code webhook} channel. */
public record WebhookSettings(
        @Setting(
                value = "Where to post to. It may hold a token, so it is shown nowhere.",
                example = "https://partner.example/hook")
        SecretAddress url,

        @Setting(
                value =
                        "The secret that deliveries are signed with, as Standard Webhooks has it: whsec_ and base64. Without it they are not signed.",
                example = "${env:PARTNER_SECRET}")
        Optional<SigningSecret> secret,

        @Setting(
                value =
                        "What is posted: events (CloudEvents 1.0, all languages) or statuspage (the body of Statuspage's own notifications, in one language).",
                fallback = "events")
        Shape shape) {}
