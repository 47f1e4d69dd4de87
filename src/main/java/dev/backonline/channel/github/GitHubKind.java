package dev.backonline.channel.github;

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

/** {@code type: github}: the issues of one repository, one for each incident, with its updates as comments. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {GitHubKind.class, GitHubSettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class GitHubKind implements ChannelKind<GitHubSettings> {
    /**
     * Unconfirmed, from the error that GitHub gives: a body has at most 65,536 characters. Ours: 65,000 for the text, escapes counted, in
     * UTF-16 units, to be on the safe side; the rest is for the mark behind it.
     */
    private static final Limit LIMIT =
            new Limit(65_000, "characters", text -> GitHubText.escaped(text).length());

    /** Ours: GitHub answers within seconds or is in trouble. */
    static final Duration DEADLINE = Duration.ofSeconds(15);

    /** docs.github.com, rest, best practices: at least a second between requests that make something. */
    private static final Pace PACE = new Pace(1, Duration.ofSeconds(1));

    @Override
    public String type() {
        return "github";
    }

    @Override
    public Class<GitHubSettings> settings() {
        return GitHubSettings.class;
    }

    /** Class C: GitHub takes no key, but keeps the mark that we leave in each text, and lists it. */
    @Override
    public Capabilities capabilities(GitHubSettings settings) {
        return new Capabilities(new Repeat.LookUp(), LIMIT, true, false, 1, DEADLINE, PACE);
    }

    @Override
    public List<String> mistakes(GitHubSettings settings) {
        return settings.repository().matches("[A-Za-z0-9-]{1,39}/[A-Za-z0-9._-]{1,100}")
                ? List.of()
                : List.of("repository should be like 'example/status', not '%s'".formatted(settings.repository()));
    }

    @Override
    public Channel create(GitHubSettings settings, Outfit outfit) {
        return new GitHubRepository(settings, outfit.wire());
    }
}
