package dev.backonline.channel.discord;

import com.google.auto.service.AutoService;
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

/** {@code type: discord}: one room of Discord, posted to by an app's bot, with replies. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {DiscordKind.class, DiscordSettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class DiscordKind implements ChannelKind<DiscordSettings> {
    /**
     * discord-api-docs, resources/message: {@code content} of at most 2000 characters. The unit isn't said; UTF-16 units are the most
     * that it can mean, so they are on the safe side. Escapes count.
     */
    private static final Limit LIMIT =
            new Limit(2_000, "characters", text -> DiscordText.escaped(text).length());

    /** discord-api-docs, resources/message: a nonce is compared with those of "the past few minutes"; ours: few are two. */
    private static final Duration NONCE_LIVES = Duration.ofMinutes(2);

    /** Ours: Discord answers within a second or is in trouble. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** Community measurement: a room takes 5 posts in 5 s; topics/rate-limits: what Discord says in its answers counts. */
    private static final Pace PACE = new Pace(5, Duration.ofSeconds(1));

    @Override
    public String type() {
        return "discord";
    }

    @Override
    public Class<DiscordSettings> settings() {
        return DiscordSettings.class;
    }

    /** Class B: the nonce makes a repeat the same message while Discord remembers it. */
    @Override
    public Capabilities capabilities(DiscordSettings settings) {
        return new Capabilities(new Repeat.Keyed(NONCE_LIVES), LIMIT, true, false, 1, DEADLINE, PACE);
    }

    @Override
    public List<String> mistakes(DiscordSettings settings) {
        return settings.channel().matches("\\d{1,20}")
                ? List.of()
                : List.of("channel should be the number of a room or thread, of at most 20 digits, not '%s'"
                        .formatted(settings.channel()));
    }

    @Override
    public Optional<String> uneditable(DiscordSettings settings) {
        return Optional.empty();
    }

    @Override
    public Channel create(DiscordSettings settings, Outfit outfit) {
        return new DiscordBot(settings, outfit.wire());
    }
}
