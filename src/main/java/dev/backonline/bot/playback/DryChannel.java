package dev.backonline.bot.playback;

import dev.backonline.bot.playback.Posting.Stance;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.courier.Line;
import dev.backonline.config.ChannelPlan;
import dev.backonline.message.Message;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import dev.backonline.outbox.Recipient;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A channel that delivers at once, to whoever listens: a dry run. It needs no credentials, since the network's own form of a post is
 * not made; its length and its threads are the network's.
 */
final class DryChannel implements Channel {
    private final ChannelPlan<?> plan;
    private final Consumer<Posting> heard;
    private final Map<String, Post> prepared = new HashMap<>();

    DryChannel(ChannelPlan<?> plan, Consumer<Posting> heard) {
        this.plan = plan;
        this.heard = heard;
    }

    /** The line of this channel: whatever its network makes of a repeat, here nothing is ever in doubt. */
    Line line() {
        var real = plan.capabilities();
        var dry = new Capabilities(
                new Repeat.Same(), real.limit(), real.thread(), real.allLanguages(), 1, real.deadline(), Pace.FREE);
        return new Line(plan.subscription(), dry, this).live(plan.live());
    }

    @Override
    public String prepare(Post post) {
        prepared.put(post.key(), post);
        return post.messages().stream().map(Message::text).collect(Collectors.joining("\n"));
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        hear(frozen, now, frozen.parent().isPresent() ? Stance.REPLY : Stance.ALONE);
        return new Outcome.Delivered(new Posted(frozen.key(), Optional.empty()));
    }

    @Override
    public Outcome edit(Frozen frozen, Instant now) {
        hear(frozen, now, Stance.EDIT);
        return new Outcome.Delivered(frozen.parent().orElseThrow());
    }

    private void hear(Frozen frozen, Instant now, Stance stance) {
        var post =
                Objects.requireNonNull(prepared.remove(frozen.key()), "a post is sent once, and after it was prepared");
        var recipient =
                new Recipient(plan.subscription().channel(), post.message().language());
        heard.accept(new Posting(plan, recipient, now, post.incident(), post.messages(), stance));
    }
}
