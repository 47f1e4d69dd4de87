package dev.backonline.channel.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Match;
import dev.backonline.channel.api.Self;
import dev.backonline.channel.api.ThreadId;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.util.Optional;
import java.util.function.Function;

/** The posts of one room as Mattermost lists them, among which ours are known by the key beside their text. */
record RoomPosts(String room, Function<String, Wire.Reply> ask, Answers answers) {
    /** The name of what stands beside the text; ours. */
    static final String KEY = "backonline_key";

    /** mattermost/mattermost, model/utils.go: of whatever it is. */
    static final String ID = "[a-z0-9]{26}";

    /** mattermost/mattermost, store: the posts since a moment, of which at most so many are told. */
    private static final int MOST_LISTED = 1_000;

    static Posted posted(JsonNode post) {
        var root = Optional.of(post.path("root_id").asText()).filter(id -> id.matches(ID));
        return new ThreadId(post.path("id").asText(), root).posted();
    }

    /** What is deleted by now was posted all the same. */
    Sighting find(Frozen frozen) {
        var self = ask.apply("/users/me");
        var name = Self.id(Answers.yes(self), "/id");
        return name.map(id -> listed(frozen, id)).orElseGet(() -> answers.unavailable(self));
    }

    private Sighting listed(Frozen frozen, String self) {
        var since = Match.since(frozen).toEpochMilli();
        var list = ask.apply("/channels/%s/posts?since=%d".formatted(room, since));
        var posts = Answers.yes(list).map(body -> body.path("posts")).filter(JsonNode::isObject);
        return posts.map(found -> choose(found, frozen, self)).orElseGet(() -> answers.unavailable(list));
    }

    /** Anybody may write our key beside a post of theirs. */
    private static Sighting choose(JsonNode posts, Frozen frozen, String self) {
        var made = posts.valueStream()
                .filter(post -> post.path("props").path(KEY).asText().equals(frozen.key()))
                .filter(post -> post.path("user_id").asText().equals(self))
                .findFirst();
        if (made.isEmpty() && posts.size() >= MOST_LISTED) {
            return new Sighting.Unavailable("the room has too many newer posts to look through", Optional.empty());
        }
        return made.<Sighting>map(post -> new Sighting.Seen(posted(post))).orElseGet(Sighting.Nothing::new);
    }
}
