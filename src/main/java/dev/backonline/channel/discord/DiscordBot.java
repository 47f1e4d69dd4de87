package dev.backonline.channel.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Api;
import dev.backonline.channel.api.ErrorTable;
import dev.backonline.channel.api.NetworkErrors;
import dev.backonline.channel.markup.DiscordText;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts as an app's bot into one room, under a nonce, and finds its messages again. */
final class DiscordBot implements Channel {
    /** discord-api-docs, resources/message: no cards below the text for the links in it. */
    private static final int SUPPRESS_EMBEDS = 1 << 2;

    /** discord-api-docs, topics/opcodes-and-status-codes. */
    private static final ErrorTable ERRORS = ErrorTable.of("""
            target gone  | 10003 | no such room for this bot: check channel, and that the bot is on its server
            auth invalid | 50001 50013 | give the bot the right to view the room, send messages and read the history
            parent gone  | 10008 50005 | the post that it replies to, or edits, is gone or not ours
            throttled    | 20016 20028 30046
            """);

    private final DiscordSettings settings;
    private final Api api;
    private final NetworkErrors errors;
    private final RoomLog log;

    DiscordBot(DiscordSettings settings, Wire wire) {
        this.settings = settings;
        var door = Map.of("authorization", "Bot " + settings.token().value());
        this.api = new Api(wire, settings.api(), door, DiscordKind.DEADLINE);
        var answers = new Answers(List.of(settings.token()));
        this.errors = new NetworkErrors(answers, ERRORS, body -> Answers.text(body.path("code")));
        this.log = new RoomLog(messages(), api::ask, errors);
    }

    /** A message that it replies to may be deleted by then: it is sent all the same, standing alone. */
    @Override
    public String prepare(Post post) {
        var body = content(post);
        body.put("nonce", RoomLog.nonce(post.key()));
        body.put("enforce_nonce", true);
        post.parent()
                .ifPresent(parent -> body.putObject("message_reference")
                        .put("message_id", parent.id())
                        .put("fail_if_not_exists", false));
        return body.toString();
    }

    /** discord-api-docs, resources/message: an edit that doesn't say again who may be called calls whom its text names. */
    @Override
    public String prepareEdit(Post post) {
        return content(post).toString();
    }

    private static ObjectNode content(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("content", DiscordText.escaped(post.message().text()));
        var mentions = body.putObject("allowed_mentions");
        mentions.putArray("parse");
        mentions.put("replied_user", false);
        return body.put("flags", SUPPRESS_EMBEDS);
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        return tell("POST", messages(), frozen, now);
    }

    @Override
    public Outcome edit(Frozen frozen, Instant now) {
        return tell("PATCH", messages() + "/" + frozen.edited().id(), frozen, now);
    }

    private Outcome tell(String method, String path, Frozen frozen, Instant now) {
        var reply = api.tell(method, path, frozen.body());
        var made = Answers.yes(reply).flatMap(body -> Answers.text(body.path("id")));
        return errors.outcome(reply, frozen, now, made.map(id -> new Posted(id, Optional.empty())));
    }

    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        return log.find(frozen, claimed);
    }

    @Override
    public Probe probe(Instant now) {
        var self = api.ask("/users/@me");
        return Answers.yes(self)
                .flatMap(body -> Answers.text(body.path("username")))
                .map(this::into)
                .orElseGet(() -> errors.refused(self, "the token is not taken; reset it and copy the new one"));
    }

    private Probe into(String self) {
        var room = api.ask("/channels/" + settings.channel());
        return Answers.yes(room)
                .flatMap(body -> Answers.text(body.path("name")))
                .map(name -> Probe.ready(self + " in #" + name))
                .orElseGet(() -> errors.refused(
                        room, "the bot doesn't see this room: check channel, and what the bot may do there"));
    }

    private String messages() {
        return "/channels/%s/messages".formatted(settings.channel());
    }
}
