package dev.backonline.channel.api;

import dev.backonline.channel.Sighting;
import java.util.Optional;
import java.util.function.Function;

/** Who we are at a network, by the {@code id} in its answer: asked once, before a list of own posts is. Blocks; never throws. */
public final class Self<R> {
    private final Function<R, Optional<String>> id;
    private final Function<R, Sighting> unread;
    private volatile Optional<String> known = Optional.empty();

    /** {@code unread}: what an answer without an id means. */
    public Self(Function<R, Optional<String>> id, Function<R, Sighting> unread) {
        this.id = id;
        this.unread = unread;
    }

    /** Looks at a list of ours; the question may fail as a look at the list may. */
    public Sighting then(Function<String, R> ask, String path, Function<String, Sighting> look) {
        var ours = known;
        if (ours.isEmpty()) {
            var reply = ask.apply(path);
            ours = id.apply(reply);
            if (ours.isEmpty()) {
                return unread.apply(reply);
            }
            known = ours;
        }
        return look.apply(ours.get());
    }
}
