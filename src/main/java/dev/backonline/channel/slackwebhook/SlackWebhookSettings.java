package dev.backonline.channel.slackwebhook;

import dev.backonline.catalog.SecretAddress;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.Capabilities.OnUnknown;

/** What the file says of a {@code slack-webhook} channel. */
public record SlackWebhookSettings(
        @Setting(
                value =
                        "The address of the incoming webhook, as Slack shows it. Whoever has it may post: keep it out of the file itself.",
                example = "${env:SLACK_URL}")
        SecretAddress url,

        @Setting(
                value =
                        "What happens to a post of which nobody can tell whether it arrived: resend it (it may appear twice), or hold it for a person (it may be missing).",
                fallback = "resend")
        OnUnknown onUnknown) {}
