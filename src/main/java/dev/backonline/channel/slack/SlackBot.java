package dev.backonline.channel.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Api;
import dev.backonline.channel.api.NetworkErrors;
import dev.backonline.channel.api.Requests;
import dev.backonline.channel.api.ThreadId;
import dev.backonline.channel.markup.SlackText;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Posts as an app's bot into one room, and finds its posts again by the key beside their text. */
final class SlackBot implements Channel {
    /** What Slack would make of a text by itself: markup, calls of names, cards for links. */
    private static final List<String> OFF = List.of("mrkdwn", "link_names", "unfurl_links", "unfurl_media");

    private final SlackSettings settings;
    private final Api api;
    private final NetworkErrors errors;
    private final RoomHistory history;

    SlackBot(SlackSettings settings, Wire wire) {
        this.settings = settings;
        this.api = Api.bearer(wire, settings.api(), settings.token(), SlackKind.DEADLINE);
        this.errors = SlackErrors.read(new Answers(List.of(settings.token())));
        this.history = new RoomHistory(settings.channel(), api::ask, errors);
    }

    /** {@code parse} is left out: "none" would take the link from the incident's address, "full" would look for names to call. */
    @Override
    public String prepare(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("channel", settings.channel());
        body.put("text", SlackText.escaped(post.message().text()));
        OFF.forEach(extra -> body.put(extra, false));
        ThreadId.root(post.parent()).ifPresent(root -> body.put("thread_ts", root));
        if (settings.broadcast() && post.parent().isPresent() && post.message().saying() == Saying.RESOLVED) {
            body.put("reply_broadcast", true);
        }
        var metadata = body.putObject("metadata").put("event_type", RoomHistory.EVENT);
        metadata.putObject("event_payload").put("key", post.key());
        return body.toString();
    }

    /**
     * docs.slack.dev, chat.update: nothing there switches markup off, so the text comes in blocks that have none; the plain one is for
     * notifications. The key beside it stays.
     */
    @Override
    public String prepareEdit(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("channel", settings.channel());
        post.parent().ifPresent(parent -> body.put("ts", ThreadId.of(parent).own()));
        body.put("text", SlackText.escaped(post.message().text()));
        body.put("parse", "none");
        body.put("link_names", false);
        body.set("blocks", RichText.blocks(post.message().text()));
        return body.toString();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        return tell("chat.postMessage", frozen, now, body -> posted(body, frozen));
    }

    private Optional<Posted> posted(JsonNode body, Frozen frozen) {
        history.learn(body.path("channel").asText());
        return RoomHistory.id(body).map(made -> new ThreadId(made.own(), ThreadId.root(frozen.parent())).posted());
    }

    @Override
    public Outcome edit(Frozen frozen, Instant now) {
        return tell("chat.update", frozen, now, _ -> Optional.of(frozen.edited()));
    }

    private Outcome tell(String method, Frozen frozen, Instant now, Function<JsonNode, Optional<Posted>> made) {
        var reply = api.tell("POST", "/" + method, frozen.body(), Requests.JSON_IN_UTF_8);
        return errors.outcome(reply, frozen, now, SlackErrors.yes(reply).flatMap(made));
    }

    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        return history.find(frozen, claimed);
    }

    @Override
    public Probe probe(Instant now) {
        var reply = api.ask("/auth.test");
        return SlackErrors.yes(reply)
                .map(body ->
                        body.path("user").asText("?") + " (" + body.path("team").asText("?") + ")")
                .<Probe>map(Probe::ready)
                .orElseGet(() -> errors.refused(reply, "the token is not taken"));
    }
}
