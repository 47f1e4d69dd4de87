package dev.backonline.config;

import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Subscription;

/** One channel as the file describes it: what it is told, and the network that carries it. */
public record ChannelPlan<S extends Record>(Subscription subscription, ChannelKind<S> kind, S settings) {
    public Channel create(Wire wire) {
        return kind.create(settings, wire);
    }

    public Capabilities capabilities() {
        return kind.capabilities(settings);
    }
}
