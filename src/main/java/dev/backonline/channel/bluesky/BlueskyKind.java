package dev.backonline.channel.bluesky;

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
import java.util.regex.Pattern;

/** {@code type: bluesky}: one account on Bluesky, or on another server of the AT Protocol. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {BlueskyKind.class, BlueskySettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class BlueskyKind implements ChannelKind<BlueskySettings> {
    /** bluesky-social/atproto, lexicons/app/bsky/feed/post.json: {@code maxGraphemes}; {@code maxLength} is ten times as many bytes. */
    private static final int MOST_GRAPHEMES = 300;

    /** Ours: what one exchange about the session may take, and what the post itself may. */
    static final Duration FOR_SESSION = Duration.ofSeconds(5);

    static final Duration FOR_POST = Duration.ofSeconds(10);

    /** Refresh and log in, post and be refused, refresh and log in, post. */
    private static final Duration DEADLINE = FOR_SESSION.multipliedBy(4).plus(FOR_POST.multipliedBy(2));

    /** docs.bsky.app, rate limits: 5,000 points in an hour and account, of which a post takes three. */
    private static final Pace PACE = new Pace(30, Duration.ofSeconds(3));

    /** Ours: the server counts for each key, so that several threads at once are no harm. */
    private static final int PARALLEL = 4;

    /** atproto.com/specs/handle and /did. */
    private static final Pattern ACCOUNT =
            Pattern.compile("(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z][A-Za-z0-9-]{0,62}|did:[a-z]+:[A-Za-z0-9._:%-]+");

    @Override
    public String type() {
        return "bluesky";
    }

    @Override
    public Class<BlueskySettings> settings() {
        return BlueskySettings.class;
    }

    /** A chosen record key makes a repeat the same record: nothing is looked up, and no newest post is a landmark. */
    @Override
    public Capabilities capabilities(BlueskySettings settings) {
        var limit = new Limit(MOST_GRAPHEMES, "characters", BlueskyText::count);
        return new Capabilities(new Repeat.Same(), limit, true, false, PARALLEL, DEADLINE, PACE);
    }

    @Override
    public List<String> mistakes(BlueskySettings settings) {
        return ACCOUNT.matcher(settings.handle()).matches()
                ? List.of()
                : List.of("handle '%s' should be like status.social.example, without @".formatted(settings.handle()));
    }

    @Override
    public boolean rotates(BlueskySettings settings) {
        return true;
    }

    @Override
    public Channel create(BlueskySettings settings, Outfit outfit) {
        return new BlueskyAccount(settings, outfit);
    }
}
