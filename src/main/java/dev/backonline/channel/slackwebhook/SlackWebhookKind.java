package dev.backonline.channel.slackwebhook;

import com.google.auto.service.AutoService;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.markup.SlackText;
import dev.backonline.message.Limit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;

/** {@code type: slack-webhook}: one room of Slack, or of a server that takes Slack's webhooks. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {SlackWebhookKind.class, SlackWebhookSettings.class, SecretAddress.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class SlackWebhookKind implements ChannelKind<SlackWebhookSettings> {
    /** docs.slack.dev, chat.postMessage: longer texts are truncated. Counted after escaping, in UTF-16 units, to be on the safe side. */
    private static final Limit LIMIT =
            new Limit(40_000, "characters", text -> SlackText.escaped(text).length());

    /** Ours: Slack answers within a second or is in trouble. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** docs.slack.dev, rate-limits: one message a second and channel, short bursts allowed. */
    private static final Pace PACE = new Pace(3, Duration.ofSeconds(1));

    @Override
    public String type() {
        return "slack-webhook";
    }

    @Override
    public Class<SlackWebhookSettings> settings() {
        return SlackWebhookSettings.class;
    }

    /** One at a time: docs.slack.dev, rate limits: one message a second and room. A webhook tells no id to reply to. */
    @Override
    public Capabilities capabilities(SlackWebhookSettings settings) {
        return new Capabilities(new Repeat.Blind(settings.onUnknown()), LIMIT, false, false, 1, DEADLINE, PACE);
    }

    @Override
    public Channel create(SlackWebhookSettings settings, Outfit outfit) {
        return new SlackWebhook(settings.url(), DEADLINE, outfit.wire());
    }
}
