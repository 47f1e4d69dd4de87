package dev.backonline.channel.mastodon;

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

/** {@code type: mastodon}: one account on Mastodon, or on a server that speaks its language (GoToSocial, Pleroma, Akkoma). */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {MastodonKind.class, MastodonSettings.class, MastodonSettings.Visibility.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class MastodonKind implements ChannelKind<MastodonSettings> {
    /** docs.joinmastodon.org, methods/statuses: an Idempotency-Key is kept for up to an hour. Some compatible servers ignore it. */
    private static final Duration KEY_LIVES = Duration.ofHours(1);

    /** Ours: a busy server may take long over a post; what it has not answered by then is looked up. */
    static final Duration DEADLINE = Duration.ofSeconds(20);

    /** docs.joinmastodon.org, api/rate-limits: 300 requests in 5 minutes and account; a post takes up to three (two look-ups). */
    private static final Pace PACE = new Pace(20, Duration.ofSeconds(3));

    @Override
    public String type() {
        return "mastodon";
    }

    @Override
    public Class<MastodonSettings> settings() {
        return MastodonSettings.class;
    }

    /** One thread at a time: an account may post 300 times in 5 minutes, and its newest post is a landmark for look-ups. */
    @Override
    public Capabilities capabilities(MastodonSettings settings) {
        var limit = new Limit(settings.maxCharacters(), "characters", MastodonText::count);
        return new Capabilities(new Repeat.Keyed(KEY_LIVES), limit, true, false, 1, DEADLINE, PACE);
    }

    @Override
    public List<String> mistakes(MastodonSettings settings) {
        return settings.maxCharacters() < 1 ? List.of("max-characters should be at least 1") : List.of();
    }

    @Override
    public Channel create(MastodonSettings settings, Outfit outfit) {
        return new MastodonAccount(settings, outfit.wire());
    }
}
