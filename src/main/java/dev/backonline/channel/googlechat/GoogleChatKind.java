package dev.backonline.channel.googlechat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.message.Limit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** {@code type: google-chat}: one space of Google Chat, posted to by its webhook, with threads. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {GoogleChatKind.class, GoogleChatSettings.class, SecretAddress.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class GoogleChatKind implements ChannelKind<GoogleChatSettings> {
    /** developers.google.com, chat, spaces.messages.create: a message has at most 32,000 bytes. Ours: 30,000 for the text as JSON. */
    private static final Limit LIMIT = new Limit(30_000, "bytes", GoogleChatKind::bytes);

    /** Ours: Google answers within a second or is in trouble. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** developers.google.com, chat, limits: one message a second and space, shared by all of its apps. */
    private static final Pace PACE = new Pace(1, Duration.ofSeconds(1));

    @Override
    public String type() {
        return "google-chat";
    }

    @Override
    public Class<GoogleChatSettings> settings() {
        return GoogleChatSettings.class;
    }

    private static int bytes(String text) {
        var json =
                JsonNodeFactory.instance.textNode(GoogleChatText.escaped(text)).toString();
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Class D: a webhook can't list; whether it honours the id of a request, as an app does, is not confirmed. */
    @Override
    public Capabilities capabilities(GoogleChatSettings settings) {
        return new Capabilities(new Repeat.Blind(settings.onUnknown()), LIMIT, true, false, 1, DEADLINE, PACE);
    }

    @Override
    public Channel create(GoogleChatSettings settings, Outfit outfit) {
        return new GoogleChatWebhook(settings.url(), outfit.wire());
    }
}
