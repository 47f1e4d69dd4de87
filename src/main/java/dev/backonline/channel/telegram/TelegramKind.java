package dev.backonline.channel.telegram;

import com.google.auto.service.AutoService;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.message.Limit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code type: telegram}: one channel or group of Telegram, or one topic in it. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {TelegramKind.class, TelegramSettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class TelegramKind implements ChannelKind<TelegramSettings> {
    /**
     * core.telegram.org, bots/api, sendMessage: 1 to 4096 characters after entities parsing. Which characters isn't said; entities are
     * counted in UTF-16 units, which are the most that it can mean, so they are on the safe side. The joiners count.
     */
    private static final Limit LIMIT =
            new Limit(4_096, "characters", text -> TelegramText.neutral(text).length());

    /** Ours: Telegram answers within a second or is in trouble. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** Measured by users, since Telegram tells no number: 20 posts a minute into one channel or group, one a second. */
    private static final Pace PACE = new Pace(1, Duration.ofSeconds(3));

    /** Ours: a topic is called by the number of its first message. */
    static final String TOPIC = "\\d{1,10}";

    @Override
    public String type() {
        return "telegram";
    }

    @Override
    public Class<TelegramSettings> settings() {
        return TelegramSettings.class;
    }

    /** Class D: a bot can't read what it posted. */
    @Override
    public Capabilities capabilities(TelegramSettings settings) {
        return new Capabilities(new Repeat.Blind(settings.onUnknown()), LIMIT, true, false, 1, DEADLINE, PACE);
    }

    @Override
    public List<String> mistakes(TelegramSettings settings) {
        var mistakes = new ArrayList<String>();
        if (!settings.chat().matches("@[A-Za-z0-9_]{4,32}|-?\\d{1,18}")) {
            mistakes.add(
                    "chat should be a public name such as @example_status or a number such as -1001234567890, not '%s'"
                            .formatted(settings.chat()));
        }
        settings.topic()
                .filter(topic -> !topic.matches(TOPIC))
                .map("topic should be a number of at most 10 digits, not '%s'"::formatted)
                .ifPresent(mistakes::add);
        return mistakes;
    }

    @Override
    public Optional<String> uneditable(TelegramSettings settings) {
        return Optional.empty();
    }

    @Override
    public Channel create(TelegramSettings settings, Outfit outfit) {
        return new TelegramBot(settings, outfit.wire());
    }
}
