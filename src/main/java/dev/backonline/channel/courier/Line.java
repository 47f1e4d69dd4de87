package dev.backonline.channel.courier;

import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.message.Limit;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Subscription;
import java.time.Duration;
import java.util.Optional;

/**
 * One channel ready for use: what it is told, what its network can do, and the way there. {@code settle}: how long its network is
 * given to make up its mind, where the file says so. {@code live}: it keeps one post of an incident up to date instead of adding to it.
 */
public final class Line {
    private final Subscription subscription;
    private final Capabilities capabilities;
    private final Channel channel;
    private final Optional<Duration> settle;
    private final boolean live;
    private volatile int most;

    public Line(Subscription subscription, Capabilities capabilities, Channel channel) {
        this(subscription, capabilities, channel, Optional.empty(), false);
    }

    private Line(
            Subscription subscription,
            Capabilities capabilities,
            Channel channel,
            Optional<Duration> settle,
            boolean live) {
        this.subscription = subscription;
        this.capabilities = capabilities;
        this.channel = channel;
        this.settle = settle;
        this.live = live;
        this.most = capabilities.limit().most();
    }

    /** The same, with another settling time. */
    public Line settling(Duration time) {
        return new Line(subscription, capabilities, channel, Optional.of(time), live);
    }

    /** The same, keeping one post of an incident up to date if so told. */
    public Line live(boolean wanted) {
        return new Line(subscription, capabilities, channel, settle, wanted);
    }

    boolean isLive() {
        return live;
    }

    /** What a repeat does at the network; of an edit nothing: the same text is put there again. */
    Capabilities.Repeat repeat(Delivery delivery) {
        return delivery.frozen().filter(Frozen::edit).isPresent()
                ? new Capabilities.Repeat.Same()
                : capabilities.repeat();
    }

    public ChannelId id() {
        return subscription.channel();
    }

    public Subscription subscription() {
        return subscription;
    }

    public Capabilities capabilities() {
        return capabilities;
    }

    public Channel channel() {
        return channel;
    }

    Duration settle(Duration usual) {
        return settle.orElse(usual);
    }

    /** The longest post that is taken: what was rehearsed, or less if the server says so. */
    Limit limit() {
        var rehearsed = capabilities.limit();
        return new Limit(most, rehearsed.unit(), rehearsed.measure());
    }

    /** The server has said what the longest post is that it takes. */
    void told(int longest) {
        most = Math.min(longest, capabilities.limit().most());
    }
}
