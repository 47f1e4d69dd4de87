package dev.backonline.channel.slack;

import com.google.auto.service.AutoService;
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
import java.util.List;
import java.util.Optional;

/** {@code type: slack}: one room of Slack, posted to by an app's bot, with threads. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {SlackKind.class, SlackSettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class SlackKind implements ChannelKind<SlackSettings> {
    /**
     * docs.slack.dev, chat.postMessage: longer texts are truncated, whichever way they come. Counted after escaping, in UTF-16 units,
     * to be on the safe side.
     */
    private static final Limit LIMIT =
            new Limit(40_000, "characters", text -> SlackText.escaped(text).length());

    /** Ours: Slack answers within a second or is in trouble. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** docs.slack.dev, rate-limits: one message a second and channel; the short bursts that it allows are left for other apps. */
    private static final Pace PACE = new Pace(1, Duration.ofSeconds(1));

    @Override
    public String type() {
        return "slack";
    }

    @Override
    public Class<SlackSettings> settings() {
        return SlackSettings.class;
    }

    /** Class C: Slack takes no key, but keeps the one that we put beside the text, and lists it. */
    @Override
    public Capabilities capabilities(SlackSettings settings) {
        return new Capabilities(new Repeat.LookUp(), LIMIT, true, false, 1, DEADLINE, PACE);
    }

    /** docs.slack.dev, conversations.create: names have at most 80 characters, without spaces; ids are shorter. */
    @Override
    public List<String> mistakes(SlackSettings settings) {
        return settings.channel().matches("#?[^\\s#@]{1,80}")
                ? List.of()
                : List.of("channel should be the id of a room, or its name without spaces, not '%s'"
                        .formatted(settings.channel()));
    }

    @Override
    public Optional<String> uneditable(SlackSettings settings) {
        return settings.channel().matches(RoomHistory.ID)
                ? Optional.empty()
                : Optional.of("Slack finds a post to edit by its room's id only; write it in channel in place of '%s'"
                        .formatted(settings.channel()));
    }

    @Override
    public Channel create(SlackSettings settings, Outfit outfit) {
        return new SlackBot(settings, outfit.wire());
    }
}
