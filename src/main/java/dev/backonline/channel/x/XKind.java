package dev.backonline.channel.x;

import com.google.auto.service.AutoService;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.api.Requests;
import dev.backonline.channel.oauth.RefreshGrant.Counter;
import dev.backonline.channel.x.XSettings.Threading;
import dev.backonline.message.Limit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code type: x}: one account on X. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {XKind.class, XSettings.class, XSettings.Threading.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class XKind implements ChannelKind<XSettings> {
    /** docs.x.com, fundamentals/counting-characters: weighted, as twitter-text counts them. */
    private static final int MOST_CHARACTERS = 280;

    /** Ours: what one exchange about a token may take, and what any other may. */
    static final Duration FOR_TOKEN = Duration.ofSeconds(5);

    static final Duration FOR_POST = Duration.ofSeconds(10);

    /** Trade what was kept and what is in the file, post and be refused, trade both, post. */
    private static final Duration DEADLINE = FOR_TOKEN.multipliedBy(4).plus(FOR_POST.multipliedBy(2));

    /** docs.x.com, fundamentals/rate-limits: 100 posts in 15 minutes and account. */
    private static final Pace PACE = new Pace(20, Duration.ofSeconds(9));

    /** docs.x.com, authentication/oauth-2-0: what the answer says too, as {@code expires_in}. */
    private static final Duration ACCESS_LIVES = Duration.ofHours(2);

    /** RFC 6749, 5.2; X says {@code invalid_request} of a refresh token that it doesn't know (unconfirmed). */
    private static final Set<String> SPENT = Set.of("invalid_grant", "invalid_request");

    @Override
    public String type() {
        return "x";
    }

    @Override
    public Class<XSettings> settings() {
        return XSettings.class;
    }

    /** One at a time: the newest own post is a landmark for look-ups. */
    @Override
    public Capabilities capabilities(XSettings settings) {
        var text = new XText(settings.links());
        return new Capabilities(
                new Repeat.LookUp(),
                new Limit(MOST_CHARACTERS, "characters", text::count),
                settings.thread() == Threading.EXPERIMENTAL,
                false,
                1,
                DEADLINE,
                PACE);
    }

    @Override
    public List<String> mistakes(XSettings settings) {
        return settings.keys().mistakes();
    }

    @Override
    public boolean rotates(XSettings settings) {
        return settings.keys().rotate();
    }

    @Override
    public Channel create(XSettings settings, Outfit outfit) {
        var address = new Requests(settings.api(), Map.of(), FOR_TOKEN).at("/2/oauth2/token");
        var counter = new Counter(address, FOR_TOKEN, ACCESS_LIVES, SPENT);
        return new XAccount(settings, settings.keys().access(outfit, settings.api(), counter));
    }
}
