package dev.backonline.channel.ntfy;

import com.google.auto.service.AutoService;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.message.Limit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** {@code type: ntfy}: one topic of ntfy, whose readers get a notification on their phones and desktops. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {NtfyKind.class, NtfySettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class NtfyKind implements ChannelKind<NtfySettings> {
    /** docs.ntfy.sh, publish, limitations: 4,096 bytes; what is longer arrives as a file. */
    private static final Limit LIMIT = new Limit(4_096, "bytes", text -> text.getBytes(StandardCharsets.UTF_8).length);

    /** Ours: a server answers within a second or is in trouble. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** docs.ntfy.sh, config, rate limiting: 60 requests at once and another each 5 s; ours: readers want none of that. */
    private static final Pace PACE = new Pace(10, Duration.ofSeconds(5));

    @Override
    public String type() {
        return "ntfy";
    }

    @Override
    public Class<NtfySettings> settings() {
        return NtfySettings.class;
    }

    /** Class C: a topic's messages can be listed while the server keeps them; a repeat takes the place of the first, from 2.16 on. */
    @Override
    public Capabilities capabilities(NtfySettings settings) {
        return new Capabilities(new Repeat.LookUp(), LIMIT, false, false, 1, DEADLINE, PACE);
    }

    /** binwiederhier/ntfy, server/server.go: what names a topic. */
    @Override
    public List<String> mistakes(NtfySettings settings) {
        return settings.topic().matches("[-_A-Za-z0-9]{1,64}")
                ? List.of()
                : List.of("topic should be at most 64 letters, digits, - and _, not '%s'".formatted(settings.topic()));
    }

    @Override
    public Channel create(NtfySettings settings, Outfit outfit) {
        return new NtfyTopic(settings, outfit.wire());
    }
}
