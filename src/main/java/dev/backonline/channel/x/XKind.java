package dev.backonline.channel.x;

import com.google.auto.service.AutoService;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Keyring;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.x.XSettings.Threading;
import dev.backonline.message.Limit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;

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
        return settings.mistakes();
    }

    @Override
    public boolean rotates(XSettings settings) {
        return !settings.isSigned();
    }

    @Override
    public Channel create(XSettings settings, Outfit outfit) {
        if (settings.isSigned()) {
            return new XAccount(settings, new SignedAccess(settings, outfit.wire()));
        }
        return new XAccount(
                settings, outfit.keyring().equals(Keyring.NONE) ? new NoAccess() : new BearerAccess(settings, outfit));
    }
}
