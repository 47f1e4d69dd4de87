package dev.backonline.channel.slack;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.net.URI;

/** What the file says of a {@code slack} channel. */
public record SlackSettings(
        @Setting(
                value =
                        "The token of the app's bot, which begins with xoxb-, with the scopes chat:write and channels:history (for a private room groups:history).",
                example = "${env:SLACK_TOKEN}")
        Secret token,

        @Setting(
                value =
                        "The room: its id, which is surest, or its name. The bot has to be a member of it. By name alone, a post in doubt can be looked up only after another one was made.",
                example = "C0123456789")
        String channel,

        @Setting(value = "Where Slack's methods are.", fallback = "https://slack.com/api")
        URI api,

        @Setting(
                value =
                        "Whether the last word of an incident, a reply as all follow-ups are, is shown in the room as well.",
                fallback = "false")
        boolean broadcast) {}
