package dev.backonline.channel.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Api;
import dev.backonline.channel.api.ThreadId;
import dev.backonline.channel.markup.SlackText;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Frozen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts as an app's bot into one room, and finds its posts again by the key beside their text. */
final class SlackBot implements Channel {
    private final SlackSettings settings;
    private final Api api;
    private final Answers answers;
    private final Objections objections;
    private final RoomHistory history;

    SlackBot(SlackSettings settings, Wire wire) {
        this.settings = settings;
        var door = Map.of("authorization", "Bearer " + settings.token().value());
        this.api = new Api(wire, settings.api(), door, SlackKind.DEADLINE);
        this.answers = new Answers(List.of(settings.token()));
        this.objections = new Objections(answers);
        this.history = new RoomHistory(settings.channel(), this::ask, objections);
    }

    /** {@code parse} is left out: "none" would take the link from the incident's address, "full" would look for names to call. */
    @Override
    public String prepare(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("channel", settings.channel());
        body.put("text", SlackText.escaped(post.message().text()));
        body.put("mrkdwn", false);
        body.put("link_names", false);
        body.put("unfurl_links", false);
        body.put("unfurl_media", false);
        post.parent()
                .ifPresent(parent -> body.put("thread_ts", ThreadId.of(parent).root()));
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
        var reply = tell("chat.postMessage", frozen);
        return answers.read(reply, now, answered -> read(answered, frozen, now));
    }

    @Override
    public Outcome edit(Frozen frozen, Instant now) {
        var reply = tell("chat.update", frozen);
        return answers.read(
                reply,
                now,
                answered -> Objections.yes(answered)
                        .<Outcome>map(_ -> new Outcome.Delivered(frozen.edited()))
                        .or(() -> objections.outcome(answered, true, now)));
    }

    private Wire.Reply tell(String method, Frozen frozen) {
        return api.tell("POST", "/" + method, frozen.body(), Map.of("content-type", "application/json; charset=utf-8"));
    }

    private Optional<Outcome> read(Wire.Answered answered, Frozen frozen, Instant now) {
        var body = Objections.yes(answered);
        if (body.isEmpty()) {
            return objections.outcome(answered, frozen.parent().isPresent(), now);
        }
        history.learn(body.get().path("channel").asText());
        var root = frozen.parent().map(parent -> ThreadId.of(parent).root());
        return Stamps.of(body.get()).map(made -> new Outcome.Delivered(new ThreadId(made.own(), root).posted()));
    }

    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        return history.find(frozen, claimed);
    }

    @Override
    public Probe probe(Instant now) {
        var reply = ask("auth.test");
        return Objections.yes(reply)
                .map(body -> Probe.ready("%s (%s)"
                        .formatted(
                                body.path("user").asText("?"), body.path("team").asText("?"))))
                .orElseGet(() -> objections.probe(reply));
    }

    private Wire.Reply ask(String method) {
        return api.ask("/" + method);
    }
}
