package dev.backonline.channel;

import java.util.List;

/** One kind of network, such as {@code mastodon}; found by {@link java.util.ServiceLoader}. Pure but for the channels that it makes. */
public interface ChannelKind<S extends Record> {
    /** The value of {@code type} in the file. */
    String type();

    /** The record that the keys of this kind are read into. */
    Class<S> settings();

    /** What the network can do, so far as the settings tell. */
    Capabilities capabilities(S settings);

    /** What is wrong with settings that each are well-formed; empty if nothing. */
    default List<String> mistakes(S settings) {
        return List.of();
    }

    /** Whether the network gives out credentials that change, to be kept encrypted. */
    default boolean rotates(S settings) {
        return false;
    }

    /** Makes the channel; called once for each when the bot starts, and by commands with a wire that carries nothing. */
    Channel create(S settings, Outfit outfit);
}
