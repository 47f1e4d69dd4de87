package dev.backonline.channel.rocketchat;

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

/** {@code type: rocket-chat}: one room of a Rocket.Chat server, posted to by a bot's account, with threads. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {RocketChatKind.class, RocketChatSettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class RocketChatKind implements ChannelKind<RocketChatSettings> {
    /** Ours: a server answers within a second or is in trouble. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** RocketChat/Rocket.Chat, methods/sendMessage.ts: 5 messages a second without the role of a bot. */
    private static final Pace PACE = new Pace(5, Duration.ofSeconds(1));

    /** Ours: a server knows an id as long as it keeps the message, and none keeps them for less. */
    private static final Duration ID_LIVES = Duration.ofDays(1);

    @Override
    public String type() {
        return "rocket-chat";
    }

    @Override
    public Class<RocketChatSettings> settings() {
        return RocketChatSettings.class;
    }

    /** Class B: we choose the id, so that a repeat is no second message; but its answer can't be read, so the message is asked for first. */
    @Override
    public Capabilities capabilities(RocketChatSettings settings) {
        return new Capabilities(new Repeat.Keyed(ID_LIVES), limit(settings), true, false, 1, DEADLINE, PACE);
    }

    /** RocketChat/Rocket.Chat, methods/sendMessage.ts: the length of a JavaScript string, in UTF-16 units. */
    private static Limit limit(RocketChatSettings settings) {
        return new Limit(
                settings.limit(),
                "characters",
                text -> RocketChatText.neutral(text).length());
    }

    @Override
    public List<String> mistakes(RocketChatSettings settings) {
        var mistakes = new ArrayList<String>();
        if (!settings.userId().matches("[A-Za-z0-9]{1,50}")) {
            mistakes.add("user-id should be letters and digits, not '%s'".formatted(settings.userId()));
        }
        if (!settings.room().matches("[A-Za-z0-9_-]{1,100}")) {
            mistakes.add("room should be the id of a room, without # and spaces, not '%s'".formatted(settings.room()));
        }
        if (settings.limit() < 200) {
            mistakes.add("limit should be at least 200, not %d".formatted(settings.limit()));
        }
        return mistakes;
    }

    @Override
    public Channel create(RocketChatSettings settings, Outfit outfit) {
        return new RocketChatBot(settings, outfit.wire());
    }
}
