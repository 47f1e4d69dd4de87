package dev.backonline.channel.discordwebhook;

import com.google.auto.service.AutoService;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.markup.DiscordText;
import dev.backonline.message.Limit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code type: discord-webhook}: one room of Discord, or one thread in it. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {DiscordWebhookKind.class, DiscordWebhookSettings.class, SecretAddress.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class DiscordWebhookKind implements ChannelKind<DiscordWebhookSettings> {
    /**
     * discord-api-docs, resources/webhook: {@code content} of at most 2000 characters. The unit isn't said; UTF-16 units are the most
     * that it can mean, so they are on the safe side. Escapes count.
     */
    private static final Limit LIMIT =
            new Limit(2_000, "characters", text -> DiscordText.escaped(text).length());

    /** Ours: Discord answers within a second or is in trouble. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** Community measurement: a webhook takes 5 posts in 2 s; discord.com, topics/rate-limits: what it says in its answers counts. */
    private static final Pace PACE = new Pace(5, Duration.ofMillis(400));

    @Override
    public String type() {
        return "discord-webhook";
    }

    @Override
    public Class<DiscordWebhookSettings> settings() {
        return DiscordWebhookSettings.class;
    }

    /** A webhook can't reply to a message, though it learns the message's id. One at a time: each webhook has one bucket. */
    @Override
    public Capabilities capabilities(DiscordWebhookSettings settings) {
        return new Capabilities(new Repeat.Blind(settings.onUnknown()), LIMIT, false, false, 1, DEADLINE, PACE);
    }

    @Override
    public List<String> mistakes(DiscordWebhookSettings settings) {
        return settings.threadId().filter(id -> !id.matches("\\d{1,20}")).stream()
                .map("thread-id should be a number of at most 20 digits, not '%s'"::formatted)
                .toList();
    }

    @Override
    public Optional<String> uneditable(DiscordWebhookSettings settings) {
        return Optional.empty();
    }

    @Override
    public Channel create(DiscordWebhookSettings settings, Outfit outfit) {
        return new DiscordWebhook(settings, DEADLINE, outfit.wire());
    }
}
