package dev.backonline.channel.zulip;

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

/** {@code type: zulip}: one channel of a Zulip organisation, posted to by a bot, with a topic for each incident. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {ZulipKind.class, ZulipSettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class ZulipKind implements ChannelKind<ZulipSettings> {
    /** zulip.com, api, send-message: {@code max_message_length}, 10,000 unless the server says otherwise; in code points. Escapes count. */
    private static final Limit LIMIT = new Limit(10_000, "characters", ZulipKind::codePoints);

    /** Ours: a server answers within a second or is in trouble. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** zulip.com, api, http-headers: 200 requests a minute for each user, unless the server says otherwise. */
    private static final Pace PACE = new Pace(10, Duration.ofSeconds(1));

    /** zulip/zulip, zerver/models/streams: the longest name of a channel, in code points. */
    private static final int LONGEST_NAME = 60;

    @Override
    public String type() {
        return "zulip";
    }

    @Override
    public Class<ZulipSettings> settings() {
        return ZulipSettings.class;
    }

    private static int codePoints(String text) {
        var escaped = ZulipText.escaped(text);
        return escaped.codePointCount(0, escaped.length());
    }

    /** Class C: Zulip takes no key, but lists the bot's own messages. */
    @Override
    public Capabilities capabilities(ZulipSettings settings) {
        return new Capabilities(new Repeat.LookUp(), LIMIT, true, false, 1, DEADLINE, PACE);
    }

    @Override
    public List<String> mistakes(ZulipSettings settings) {
        var mistakes = new ArrayList<String>();
        if (!settings.email().matches("[^\\s:@]+@[^\\s:@]+")) {
            mistakes.add("email should be the bot's address, such as status-bot@chat.example, not '%s'"
                    .formatted(settings.email()));
        }
        var name = settings.channel();
        if (name.isBlank() || name.startsWith("#") || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            mistakes.add("channel should be a name of at most %d characters, without #, not '%s'"
                    .formatted(LONGEST_NAME, name));
        }
        return mistakes;
    }

    @Override
    public Channel create(ZulipSettings settings, Outfit outfit) {
        return new ZulipBot(settings, outfit.wire());
    }
}
