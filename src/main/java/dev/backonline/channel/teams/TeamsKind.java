package dev.backonline.channel.teams;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code type: teams}: one room of Microsoft Teams, posted to by a workflow. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {TeamsKind.class, TeamsSettings.class, SecretAddress.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class TeamsKind implements ChannelKind<TeamsSettings> {
    /** learn.microsoft.com, limits of Teams: a message has about 28 KB; unconfirmed whether KB means 1000, so it does. All of it counts. */
    private static final Limit LIMIT = new Limit(28_000, "bytes", TeamsKind::bytes);

    /** Ours: a workflow is started within seconds or not at all. */
    static final Duration DEADLINE = Duration.ofSeconds(15);

    /** learn.microsoft.com, of the webhooks before: more than four requests in a second are throttled; unconfirmed for workflows. */
    private static final Pace PACE = new Pace(2, Duration.ofSeconds(1));

    @Override
    public String type() {
        return "teams";
    }

    @Override
    public Class<TeamsSettings> settings() {
        return TeamsSettings.class;
    }

    private static int bytes(String text) {
        return Card.message(text, Locale.ENGLISH).toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Class D: a workflow tells no id, takes no key, and can't be asked what it posted. */
    @Override
    public Capabilities capabilities(TeamsSettings settings) {
        return new Capabilities(new Repeat.Blind(settings.onUnknown()), LIMIT, false, false, 1, DEADLINE, PACE);
    }

    /** The webhooks of connectors, which came before workflows, took other bodies and are switched off. */
    @Override
    public List<String> mistakes(TeamsSettings settings) {
        var host = settings.url().value().getHost();
        return host != null && host.toLowerCase(Locale.ROOT).endsWith(".webhook.office.com")
                ? List.of("url should be the address of a workflow, not of a connector, which Microsoft has retired")
                : List.of();
    }

    @Override
    public Channel create(TeamsSettings settings, Outfit outfit) {
        return new TeamsWorkflow(settings.url(), outfit.wire());
    }
}
