package dev.backonline.channel.threads;

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

/** {@code type: threads}: one profile on Threads. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {ThreadsKind.class, ThreadsSettings.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class ThreadsKind implements ChannelKind<ThreadsSettings> {
    /** developers.facebook.com, threads, posts: 500 characters, of which an emoji counts as its bytes in UTF-8. */
    private static final Limit LIMIT = new Limit(500, "characters", ThreadsText::count);

    /** Ours: all but publishing is answered at once. */
    static final Duration FOR_QUESTION = Duration.ofSeconds(10);

    /** Ours: publishing has been seen to take minutes; what takes longer is looked for. */
    static final Duration FOR_PUBLISHING = Duration.ofSeconds(60);

    /** Renew the token, make the container, publish it, ask for its address. */
    private static final Duration DEADLINE = FOR_PUBLISHING.plus(FOR_QUESTION.multipliedBy(3));

    /** developers.facebook.com, threads, overview: 250 posts in 24 hours. */
    private static final Pace PACE = new Pace(20, Duration.ofMinutes(6));

    @Override
    public String type() {
        return "threads";
    }

    @Override
    public Class<ThreadsSettings> settings() {
        return ThreadsSettings.class;
    }

    /** Class C: the container tells whether it was published, and own posts can be listed. */
    @Override
    public Capabilities capabilities(ThreadsSettings settings) {
        return new Capabilities(new Repeat.LookUp(), LIMIT, true, false, 1, DEADLINE, PACE);
    }

    @Override
    public List<String> mistakes(ThreadsSettings settings) {
        return settings.user().matches("me|\\d{1,20}")
                ? List.of()
                : List.of("user should be the number of a profile, or 'me', not '%s'".formatted(settings.user()));
    }

    @Override
    public boolean rotates(ThreadsSettings settings) {
        return settings.renew();
    }

    @Override
    public Channel create(ThreadsSettings settings, Outfit outfit) {
        return new ThreadsProfile(settings, outfit);
    }
}
