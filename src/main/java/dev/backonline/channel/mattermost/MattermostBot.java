package dev.backonline.channel.mattermost;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Api;
import dev.backonline.channel.api.ErrorTable;
import dev.backonline.channel.api.ThreadId;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Posts as a bot account into one room, follow-ups into the thread of the first, and finds its posts again by the key beside their text. */
final class MattermostBot implements Channel {
    private static final String ROOT = "/api/v4";
    private static final String NOT_PERMITTED = "api.context.permissions.app_error";

    /** Ids of errors: mattermost/mattermost, app/post.go and api4. */
    private static final ErrorTable ERRORS = ErrorTable.of("""
            target gone  | api.post.create_post.can_not_post_to_deleted.error \
                         | the room is archived; unarchive it, or write another one in the file
            auth invalid | api.context.permissions.app_error \
                         | there is no such room for this bot: check channel, and add the bot to it
            auth invalid | api.context.session_expired.app_error api.context.invalid_token.error \
                         | the token is not taken; make a new one, and see that bots are allowed
            parent gone  | api.post.create_post.root_id.app_error api.post.create_post.channel_root_id.app_error \
                         | the post that it replies to is gone
            """);

    private final MattermostSettings settings;
    private final Api api;
    private final Answers answers;
    private final RoomPosts room;

    MattermostBot(MattermostSettings settings, Wire wire) {
        this.settings = settings;
        this.api = Api.bearer(wire, settings.server(), settings.token(), MattermostKind.DEADLINE);
        this.answers = new Answers(List.of(settings.token()));
        this.room = new RoomPosts(settings.channel(), this::ask, answers);
    }

    @Override
    public String prepare(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("channel_id", settings.channel());
        body.put("message", MattermostText.escaped(post.message().text()));
        ThreadId.root(post.parent()).ifPresent(root -> body.put("root_id", root));
        body.put("pending_post_id", post.key());
        body.putObject("props").put(RoomPosts.KEY, post.key());
        return body.toString();
    }

    @Override
    public String prepareEdit(Post post) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("message", MattermostText.escaped(post.message().text()))
                .toString();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        return answers.read(tell("POST", "/posts", frozen), now, answered -> read(answered, frozen, now));
    }

    @Override
    public Outcome edit(Frozen frozen, Instant now) {
        var path = "/posts/%s/patch".formatted(ThreadId.of(frozen.edited()).own());
        return answers.read(tell("PUT", path, frozen), now, answered -> edited(answered, frozen, now));
    }

    private Wire.Reply tell(String method, String path, Frozen frozen) {
        return api.tell(method, ROOT + path, frozen.body());
    }

    /** mattermost/mattermost, api4/post.go: of a post that is gone the server says that it may not be edited. */
    private Optional<Outcome> edited(Wire.Answered answered, Frozen frozen, Instant now) {
        var body = Answers.json(answered);
        if (answered.status() == 200 && body.path("id").asText().matches(RoomPosts.ID)) {
            return Optional.of(new Outcome.Delivered(frozen.edited()));
        }
        return isNo(answered) && body.path("id").asText().equals(NOT_PERMITTED)
                ? Optional.of(
                        new Outcome.ParentGone(answers.said(answered, "the post is gone, or can't be edited any more")))
                : read(answered, frozen, now);
    }

    private Optional<Outcome> read(Wire.Answered answered, Frozen frozen, Instant now) {
        var body = Answers.json(answered);
        if (answered.status() == 201 && body.path("id").asText().matches(RoomPosts.ID)) {
            return Optional.of(new Outcome.Delivered(RoomPosts.posted(body)));
        }
        var onPost = frozen.parent().isPresent();
        return isNo(answered)
                ? ERRORS.outcome(body.path("id").asText(), onPost, answered, answers, now)
                : Optional.empty();
    }

    private static boolean isNo(Wire.Answered answered) {
        return answered.status() >= 400 && answered.status() < 500;
    }

    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        return room.find(frozen);
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
        return api.ask(ROOT + path);
    }
}
