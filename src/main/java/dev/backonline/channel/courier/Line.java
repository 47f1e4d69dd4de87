package dev.backonline.channel.courier;

import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Subscription;

/** One channel ready for use: what it is told, what its network can do, and the way there. */
public record Line(Subscription subscription, Capabilities capabilities, Channel channel) {
    public ChannelId id() {
        return subscription.channel();
    }
}
