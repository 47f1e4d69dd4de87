package dev.backonline.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Why a post can't be edited; empty where it can, so that one may be kept up to date. */
    default Optional<String> uneditable(S settings) {
        return Optional.of("posts on '%s' can't be edited, so none can be kept up to date".formatted(type()));
    }

    /**
     * Where one entry of the file stands for several targets, of which none may have to do with another's failure: the settings of each,
     * by what tells it from the others. Each is a channel of its own. Empty if it is one.
     */
    default Map<String, S> spread(S settings) {
        return Map.of();
    }

    /** Makes the channel; called once for each when the bot starts, and by commands with a wire that carries nothing. */
    Channel create(S settings, Outfit outfit);
}
