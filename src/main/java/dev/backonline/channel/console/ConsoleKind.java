package dev.backonline.channel.console;

import com.google.auto.service.AutoService;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.message.Limit;
import dev.backonline.message.Measure;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;

/** {@code type: console}: posts are printed, framed as on a network. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {ConsoleKind.class, ConsoleSettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class ConsoleKind implements ChannelKind<ConsoleSettings> {
    @Override
    public String type() {
        return "console";
    }

    @Override
    public Class<ConsoleSettings> settings() {
        return ConsoleSettings.class;
    }

    /** Class A: what is printed twice is one post, and carries one id. */
    @Override
    public Capabilities capabilities(ConsoleSettings settings) {
        return new Capabilities(new Repeat.Same(), limit(settings), true, false, 1, Duration.ofSeconds(5), Pace.FREE);
    }

    static Limit limit(ConsoleSettings settings) {
        return new Limit(settings.maxCharacters(), "characters", Measure.graphemes());
    }

    @Override
    public List<String> mistakes(ConsoleSettings settings) {
        return settings.maxCharacters() < 1 ? List.of("max-characters should be at least 1") : List.of();
    }

    @Override
    public Channel create(ConsoleSettings settings, Outfit outfit) {
        return new ConsoleChannel(settings, System.out);
    }
}
