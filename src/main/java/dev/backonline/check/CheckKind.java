package dev.backonline.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One kind of question, such as {@code http}; found by {@link java.util.ServiceLoader}, since commands ask for it before the server runs.
 * Pure but for the checks that it makes.
 */
public interface CheckKind<S extends Record> {
    /** The value of {@code type} in the file. */
    String type();

    /** The record that the keys of this kind are read into. */
    Class<S> settings();

    /** What is wrong with settings that each are well-formed; empty if nothing. */
    default List<String> mistakes(S settings) {
        return List.of();
    }

    /**
     * Which host is asked; empty for checks that ask none. When no host can be reached any more, it is our own side that fails.
     * By default the host of the first address or endpoint in the settings.
     */
    default Optional<String> host(S settings) {
        return Endpoint.Whereabouts.of(settings);
    }

    /** Makes a check that answers within {@code timeout}; called once for each check when the bot starts. */
    Check create(S settings, Duration timeout, Wire wire);
}
