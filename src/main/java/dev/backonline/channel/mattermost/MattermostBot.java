package dev.backonline.channel.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts as a bot account into one room, follow-ups into the thread of the first, and finds its posts again by the key beside their text. */
final class MattermostBot implements Channel {
    /** The name of what stands beside the text; ours. */
    private static final String KEY = "backonline_key";

    /** mattermost/mattermost, store: the posts since a moment, of which at most so many are told. */
    private static final int MOST_LISTED = 1_000;

    /** Ours: more than any two clocks differ. */
    private static final Duration EARLIER = Duration.ofMinutes(10);

    private static final String ID = "[a-z0-9]{26}";

    private final MattermostSettings settings;
    private final Wire wire;
    private final Answers answers;

    MattermostBot(MattermostSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
        this.answers = new Answers(List.of(settings.token()));
    }

    @Override
    public String prepare(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("channel_id", settings.channel());
        body.put("message", MattermostText.escaped(post.message().text()));
        post.parent().ifPresent(parent -> body.put("root_id", root(parent)));
        body.put("pending_post_id", post.key());
        body.putObject("props").put(KEY, post.key());
        return body.toString();
    }

    /** A thread is named by its first post, which later replies need: it is kept behind the post's own id. */
    private static String root(Posted posted) {
        return posted.id().replaceFirst(".* ", "");
    }

    private static Posted posted(JsonNode post) {
        var root = post.path("root_id").asText();
        return new Posted(post.path("id").asText() + (root.matches(ID) ? " " + root : ""), Optional.empty());
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var headers = new HashMap<>(authorization());
        headers.put("content-type", "application/json");
        var request =
                new Wire.Request("POST", address("/posts"), headers, frozen.body(), MattermostKind.DEADLINE, false);
        return answers.read(wire.exchange(request), now, answered -> read(answered, frozen));
    }

    private Optional<Outcome> read(Wire.Answered answered, Frozen frozen) {
        var body = Answers.json(answered);
        if (answered.status() == 201 && body.path("id").asText().matches(ID)) {
            return Optional.of(new Outcome.Delivered(posted(body)));
        }
        return answered.status() >= 400 && answered.status() < 500
                ? refused(answered, body.path("id").asText(), frozen)
                : Optional.empty();
    }

    /** Ids of errors: mattermost/mattermost, app/post.go and api4. */
    private Optional<Outcome> refused(Wire.Answered answered, String error, Frozen frozen) {
        return switch (error) {
            case "api.post.create_post.can_not_post_to_deleted.error" ->
                Optional.of(new Outcome.TargetGone(answers.said(
                        answered, "the room is archived; unarchive it, or write another one in the file")));
            case "api.context.permissions.app_error" ->
                Optional.of(new Outcome.AuthInvalid(answers.said(
                        answered, "there is no such room for this bot: check channel, and add the bot to it")));
            case "api.context.session_expired.app_error", "api.context.invalid_token.error" ->
                Optional.of(new Outcome.AuthInvalid(answers.said(
                        answered, "the token is not taken; make a new one, and see that bots are allowed")));
            case "api.post.create_post.root_id.app_error", "api.post.create_post.channel_root_id.app_error" ->
                frozen.parent()
                        .map(_ ->
                                new Outcome.ParentGone(answers.said(answered, "the post that it replies to is gone")));
            default -> Optional.empty();
        };
    }

    /** What is deleted by now was posted all the same. */
    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        var self = ask("/users/me");
        var name = Answers.yes(self).map(body -> body.path("id").asText()).filter(id -> id.matches(ID));
        return name.map(id -> listed(frozen, id)).orElseGet(() -> answers.unavailable(self));
    }

    private Sighting listed(Frozen frozen, String self) {
        var since = frozen.at().minus(EARLIER).toEpochMilli();
        var list = ask("/channels/%s/posts?since=%d".formatted(settings.channel(), since));
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

    @Override
    public Probe probe(Instant now) {
        var self = ask("/users/me");
        return text(self, "username")
                .map(this::into)
                .orElseGet(() -> answers.refused(self, "the token is not taken; make a new one"));
    }

    private Probe into(String self) {
        var room = ask("/channels/" + settings.channel());
        if (Answers.yes(room)
                .filter(body -> body.path("delete_at").asLong() > 0)
                .isPresent()) {
            return new Probe.Refused("the room is archived; unarchive it, or write another one in the file");
        }
        return text(room, "display_name")
                .map(name -> Probe.ready("@%s in %s".formatted(self, name)))
                .orElseGet(() -> answers.refused(room, "the bot doesn't see this room: add it to the room"));
    }

    private static Optional<String> text(Wire.Reply reply, String field) {
        return Answers.yes(reply).map(body -> body.path(field).asText()).filter(text -> !text.isEmpty());
    }

    private Wire.Reply ask(String path) {
        return wire.exchange(
                new Wire.Request("GET", address(path), authorization(), "", MattermostKind.DEADLINE, false));
    }

    private Map<String, String> authorization() {
        return Map.of("authorization", "Bearer " + settings.token().value());
    }

    private URI address(String path) {
        return URI.create(settings.server().toString().replaceFirst("/+$", "") + "/api/v4" + path);
    }
}
