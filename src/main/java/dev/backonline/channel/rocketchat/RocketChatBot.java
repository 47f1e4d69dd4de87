package dev.backonline.channel.rocketchat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.PublicId;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Api;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts as a bot's account into one room, each message under an id of ours, and asks for it by that id. */
final class RocketChatBot implements Channel {
    private static final String ROOT = "/api/v1/";

    private final RocketChatSettings settings;
    private final Api api;
    private final Answers answers;

    RocketChatBot(RocketChatSettings settings, Wire wire) {
        this.settings = settings;
        var door = Map.of("x-auth-token", settings.token().value(), "x-user-id", settings.userId());
        this.api = new Api(wire, settings.server(), door, RocketChatKind.DEADLINE);
        this.answers = new Answers(List.of(settings.token()));
    }

    /** A reply to a reply goes to the thread's first message by itself (RocketChat/Rocket.Chat, methods/sendMessage.ts). */
    @Override
    public String prepare(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        var message = body.putObject("message");
        message.put("_id", id(post.key()));
        message.put("rid", settings.room());
        message.put("msg", RocketChatText.neutral(post.message().text()));
        post.parent().ifPresent(parent -> message.put("tmid", parent.id()));
        return body.toString();
    }

    /** Ids are text of any kind; those of Rocket.Chat's own have 17 characters. */
    private static String id(String key) {
        var digest = PublicId.sha256(key.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, 32);
    }

    private static Posted posted(String id) {
        return new Posted(id, Optional.empty());
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var reply = api.tell("POST", ROOT + "chat.sendMessage", frozen.body());
        return answers.read(reply, now, answered -> read(answered, frozen, now));
    }

    private Optional<Outcome> read(Wire.Answered answered, Frozen frozen, Instant now) {
        var body = Answers.json(answered);
        if (isYes(body) && body.path("message").path("_id").asText().equals(id(frozen.key()))) {
            return Optional.of(new Outcome.Delivered(posted(id(frozen.key()))));
        }
        return answered.status() >= 400 && answered.status() < 500 ? refused(answered, body, now) : Optional.empty();
    }

    /**
     * A server stumbles over the answer to a repeat, after it has recognised it. Types of errors: RocketChat/Rocket.Chat,
     * canSendMessage.ts and sendMessage.ts.
     */
    private Optional<Outcome> refused(Wire.Answered answered, JsonNode body, Instant now) {
        if (body.path("error").asText().startsWith("Cannot read propert")) {
            return Optional.of(answers.unknown(answered, now));
        }
        if (body.path("error").asText().contains("readonly")) {
            return Optional.of(new Outcome.AuthInvalid(
                    answers.said(answered, "the room is read-only: let the bot post there all the same")));
        }
        return switch (body.path("errorType").asText(body.path("error").asText())) {
            case "error-invalid-room", "error-room-not-found", "room_is_archived" ->
                Optional.of(new Outcome.TargetGone(
                        answers.said(answered, "the room is gone or archived; write another one in the file")));
            case "error-not-allowed", "error-action-not-allowed", "room_is_blocked", "You_have_been_muted" ->
                Optional.of(new Outcome.AuthInvalid(
                        answers.said(answered, "the bot may not post there: make it a member of the room")));
            case "error-too-many-requests" -> Optional.of(answers.throttled(answered, now));
            case "error-message-size-exceeded" ->
                Optional.of(new Outcome.Rejected(
                        answers.said(answered, "the server takes shorter messages: set limit to what it allows")));
            default -> Optional.empty();
        };
    }

    /** Where there is no such message, the server says nothing but no. Somebody else's under our id is none of ours. */
    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        var id = id(frozen.key());
        var reply = ask("chat.getMessage?msgId=" + id);
        var message = Answers.yes(reply).map(body -> body.path("message"));
        if (message.filter(made -> made.path("_id").asText().equals(id))
                .filter(made -> made.at("/u/_id").asText().equals(settings.userId()))
                .isPresent()) {
            return new Sighting.Seen(posted(id));
        }
        return reply instanceof Wire.Answered answered && isPlainNo(answered)
                ? new Sighting.Nothing()
                : answers.unavailable(reply);
    }

    private static boolean isPlainNo(Wire.Answered answered) {
        var body = Answers.json(answered);
        return answered.status() == 400
                && body.path("success").isBoolean()
                && !body.path("success").asBoolean()
                && !body.has("error")
                && !body.has("errorType");
    }

    private static boolean isYes(JsonNode body) {
        return body.path("success").asBoolean();
    }

    @Override
    public Probe probe(Instant now) {
        var self = ask("me");
        return text(Answers.yes(self), "/username")
                .map(this::into)
                .orElseGet(() -> answers.refused(self, "the token is not taken: check user-id and token"));
    }

    private Probe into(String self) {
        var room = ask("rooms.info?roomId=" + settings.room());
        return text(Answers.yes(room), "/room/name")
                .map(name -> Probe.ready("@%s in #%s".formatted(self, name)))
                .orElseGet(() -> unseen(room));
    }

    private Probe unseen(Wire.Reply room) {
        var advice = "the bot doesn't see this room: check room, and make the bot a member of it";
        return room instanceof Wire.Answered answered && answered.status() == 400
                ? new Probe.Refused(answers.said(answered, advice))
                : answers.refused(room, advice);
    }

    private static Optional<String> text(Optional<JsonNode> body, String path) {
        return body.map(node -> node.at(path).asText()).filter(text -> !text.isEmpty());
    }

    private Wire.Reply ask(String method) {
        return api.ask(ROOT + method);
    }
}
