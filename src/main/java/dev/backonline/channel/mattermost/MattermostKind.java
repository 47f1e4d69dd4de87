package dev.backonline.channel.mattermost;

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
import java.util.List;
import java.util.Optional;

/** {@code type: mattermost}: one room of a Mattermost server, posted to by a bot account, with threads. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {MattermostKind.class, MattermostSettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class MattermostKind implements ChannelKind<MattermostSettings> {
    /** docs.mattermost.com, product limits: 16,383 characters; the server counts code points. Escapes count. */
    private static final Limit LIMIT = new Limit(16_383, "characters", MattermostKind::codePoints);

    /**
     * mattermost/mattermost, app/post.go: for 30 s the server knows the id that a client gave a post. Ours: 20, since they begin when the
     * first attempt arrives.
     */
    private static final Duration KEY_LIVES = Duration.ofSeconds(20);

    /** Ours: a server answers within a second or is in trouble. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** docs.mattermost.com, rate limiting: 10 requests in a second where it is switched on; ours: we are not the only ones. */
    private static final Pace PACE = new Pace(5, Duration.ofMillis(500));

    @Override
    public String type() {
        return "mattermost";
    }

    @Override
    public Class<MattermostSettings> settings() {
        return MattermostSettings.class;
    }

    private static int codePoints(String text) {
        var escaped = MattermostText.escaped(text);
        return escaped.codePointCount(0, escaped.length());
    }

    /** Class B: a repeat within seconds is the same post, and posts carry a key by which they are found later. */
    @Override
    public Capabilities capabilities(MattermostSettings settings) {
        return new Capabilities(new Repeat.Keyed(KEY_LIVES), LIMIT, true, false, 1, DEADLINE, PACE);
    }

    /** mattermost/mattermost, model/utils.go: an id has 26 characters. */
    @Override
    public List<String> mistakes(MattermostSettings settings) {
        return settings.channel().matches("[a-z0-9]{26}")
                ? List.of()
                : List.of("channel should be the id of a room, of 26 small letters and digits, not '%s'"
                        .formatted(settings.channel()));
    }

    @Override
    public Optional<String> uneditable(MattermostSettings settings) {
        return Optional.empty();
    }

    @Override
    public Channel create(MattermostSettings settings, Outfit outfit) {
        return new MattermostBot(settings, outfit.wire());
    }
}
