package dev.backonline.channel.api;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** What stands for us at this place of a yes (RFC 6901); no id that we know of needs more than letters and digits. */
    public static Optional<String> id(Optional<JsonNode> yes, String place) {
        return yes.map(body -> body.at(place).asText()).filter(id -> id.matches("\\w+"));
    }

    /** The question for who we are, ready to be asked. */
    @FunctionalInterface
    public interface Introduction {
        Sighting then(Function<String, Sighting> look);
    }

    public Introduction by(Function<String, R> ask, String path) {
        return look -> then(ask, path, look);
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
