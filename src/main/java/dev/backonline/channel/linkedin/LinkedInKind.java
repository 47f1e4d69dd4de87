package dev.backonline.channel.linkedin;

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

/** {@code type: linkedin}: the page of one organisation on LinkedIn. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {LinkedInKind.class, LinkedInSettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class LinkedInKind implements ChannelKind<LinkedInSettings> {
    /** Vendors' pages say 3,000 characters; unconfirmed whether escapes count, so they do. */
    private static final Limit LIMIT =
            new Limit(3_000, "characters", text -> LittleText.escaped(text).length());

    /** Ours: LinkedIn answers within a few seconds or is in trouble. */
    static final Duration DEADLINE = Duration.ofSeconds(20);

    /** A vendor's page says 150 posts a day; ours: a burst for a bad hour. */
    private static final Pace PACE = new Pace(20, Duration.ofMinutes(10));

    @Override
    public String type() {
        return "linkedin";
    }

    @Override
    public Class<LinkedInSettings> settings() {
        return LinkedInSettings.class;
    }

    /** Class C: no key, but LinkedIn refuses a text twice and names the first, and own posts can be listed. Follow-ups are posts. */
    @Override
    public Capabilities capabilities(LinkedInSettings settings) {
        return new Capabilities(new Repeat.LookUp(), LIMIT, false, false, 1, DEADLINE, PACE);
    }

    @Override
    public List<String> mistakes(LinkedInSettings settings) {
        var mistakes = new ArrayList<String>();
        if (!settings.organization().matches("\\d{1,20}")) {
            mistakes.add("organization should be the number in the page's address, not '%s'"
                    .formatted(settings.organization()));
        }
        if (!settings.version().matches("20\\d{2}(0[1-9]|1[0-2])")) {
            mistakes.add("version should be a year and a month such as 202610, not '%s'".formatted(settings.version()));
        }
        return mistakes;
    }

    @Override
    public Channel create(LinkedInSettings settings, Outfit outfit) {
        return new LinkedInPage(settings, outfit.wire());
    }
}
