package dev.backonline.channel.webhook;

import com.google.auto.service.AutoService;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.standardwebhooks.SigningSecret;
import dev.backonline.message.Limit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;

/** {@code type: webhook}: a program of somebody else's hears everything, in all languages at once. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {WebhookKind.class, WebhookSettings.class, SecretAddress.class, SigningSecret.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class WebhookKind implements ChannelKind<WebhookSettings> {
    /** Standard Webhooks 1.0: a receiver is given 15 to 30 s. */
    static final Duration DEADLINE = Duration.ofSeconds(15);

    /** Ours: a receiver that is in trouble is not made more of; a backlog of incidents still drains quickly. */
    private static final int PARALLEL = 16;

    @Override
    public String type() {
        return "webhook";
    }

    @Override
    public Class<WebhookSettings> settings() {
        return WebhookSettings.class;
    }

    /** Class A: the receiver tells repeats by {@code webhook-id}. The incident's id and the sequence number take the part of a thread. */
    @Override
    public Capabilities capabilities(WebhookSettings settings) {
        return new Capabilities(new Repeat.Same(), Limit.NONE, false, true, PARALLEL, DEADLINE, Pace.FREE);
    }

    @Override
    public Channel create(WebhookSettings settings, Outfit outfit) {
        return new Webhook(settings, outfit.wire());
    }
}
