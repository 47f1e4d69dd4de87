package dev.backonline.channel.request;

import com.google.auto.service.AutoService;
import dev.backonline.catalog.SecretAddress;
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

/** {@code type: http}: whatever takes a request, by a template of the operator's own. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {RequestKind.class, RequestSettings.class, SecretAddress.class, Successes.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class RequestKind implements ChannelKind<RequestSettings> {
    /** Ours: as long as a webhook is given. */
    static final Duration DEADLINE = Duration.ofSeconds(15);

    @Override
    public String type() {
        return "http";
    }

    @Override
    public Class<RequestSettings> settings() {
        return RequestSettings.class;
    }

    /** Class A where the service knows a repeat by a header; else class D. What it is, and so what it takes, only the operator knows. */
    @Override
    public Capabilities capabilities(RequestSettings settings) {
        var repeat = settings.keyHeader()
                .<Repeat>map(_ -> new Repeat.Same())
                .orElseGet(() -> new Repeat.Blind(settings.onUnknown()));
        var limit = new Limit(settings.limit(), "characters", text -> text.codePointCount(0, text.length()));
        return new Capabilities(repeat, limit, false, false, 1, DEADLINE, Pace.FREE);
    }

    @Override
    public List<String> mistakes(RequestSettings settings) {
        return new RequestMistakes(settings).all();
    }

    @Override
    public Channel create(RequestSettings settings, Outfit outfit) {
        return new OwnRequest(settings, outfit.wire());
    }
}
