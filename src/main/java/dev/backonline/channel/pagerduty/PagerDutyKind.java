package dev.backonline.channel.pagerduty;

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

/** {@code type: pagerduty}: one service of PagerDuty, whose people are called while an incident lasts. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {PagerDutyKind.class, PagerDutySettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class PagerDutyKind implements ChannelKind<PagerDutySettings> {
    /** developer.pagerduty.com, events API v2: a summary of at most 1,024 characters; in UTF-16 units, to be on the safe side. */
    private static final Limit LIMIT = new Limit(1_024, "characters", String::length);

    /** Ours: PagerDuty answers within a second or is in trouble. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    @Override
    public String type() {
        return "pagerduty";
    }

    @Override
    public Class<PagerDutySettings> settings() {
        return PagerDutySettings.class;
    }

    /** Class A: the incident's id makes all of its events one alert. Of a maintenance a repeat is one more line among changes. */
    @Override
    public Capabilities capabilities(PagerDutySettings settings) {
        return new Capabilities(new Repeat.Same(), LIMIT, false, false, 1, DEADLINE, Pace.FREE);
    }

    @Override
    public Channel create(PagerDutySettings settings, Outfit outfit) {
        return new PagerDutyService(settings, outfit.wire());
    }
}
