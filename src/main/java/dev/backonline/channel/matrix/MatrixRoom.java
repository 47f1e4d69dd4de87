package dev.backonline.channel.matrix;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Api;
import dev.backonline.channel.api.ThreadId;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Posts into one room, each event under a transaction id of its own; follow-ups are in the thread of the first. */
final class MatrixRoom implements Channel {
    private static final String ROOT = "/_matrix/client/v3";

    private final MatrixSettings settings;
    private final Api api;
    private final Answers answers;

    MatrixRoom(MatrixSettings settings, Wire wire) {
        this.settings = settings;
        this.api = Api.bearer(wire, settings.server(), settings.token(), MatrixKind.DEADLINE);
        this.answers = new Answers(List.of(settings.token()));
    }

    /** A notice, as bots send; without a formatted body there is no markup, and with empty mentions nothing in the text calls anybody. */
    @Override
    public String prepare(Post post) {
        var body = notice(JsonNodeFactory.instance.objectNode(), post.message().text());
        post.parent().ifPresent(parent -> reply(body, ThreadId.of(parent)));
        return body.toString();
    }

    /** spec.matrix.org, client-server API, event replacements: the first event is named each time; for clients that know none, a star. */
    @Override
    public String prepareEdit(Post post) {
        var text = post.message().text();
        var body = notice(JsonNodeFactory.instance.objectNode(), "* " + text);
        notice(body.putObject("m.new_content"), text);
        post.parent()
                .ifPresent(parent -> body.putObject("m.relates_to")
                        .put("rel_type", "m.replace")
                        .put("event_id", ThreadId.of(parent).own()));
        return body.toString();
    }

    private static ObjectNode notice(ObjectNode body, String text) {
        body.put("msgtype", "m.notice");
        body.put("body", text);
        body.putObject("m.mentions");
        return body;
    }

    /** For clients that know no threads it is a reply to the event before. */
    private static void reply(ObjectNode body, ThreadId parent) {
        var relation = body.putObject("m.relates_to");
        relation.put("rel_type", "m.thread");
        relation.put("event_id", parent.root());
        relation.put("is_falling_back", true);
        relation.putObject("m.in_reply_to").put("event_id", parent.own());
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var path = "/rooms/%s/send/m.room.message/%s".formatted(encoded(settings.room()), encoded(frozen.key()));
        return answers.read(api.tell("PUT", ROOT + path, frozen.body()), now, answered -> read(answered, frozen));
    }

    /** An edit is an event as a post is. */
    @Override
    public Outcome edit(Frozen frozen, Instant now) {
        return send(frozen, now);
    }

    private Optional<Outcome> read(Wire.Answered answered, Frozen frozen) {
        var body = Answers.json(answered);
        var event = body.path("event_id").asText();
        if (answered.status() == 200 && event.matches("\\$[!-~]{1,254}")) {
            return Optional.of(new Outcome.Delivered(frozen.edit() ? frozen.edited() : posted(event, frozen)));
        }
        var refused = answered.status() == 401 || answered.status() == 403;
        return refused
                ? Optional.of(new Outcome.AuthInvalid(
                        answers.said(answered, advice(body.path("errcode").asText()))))
                : Optional.empty();
    }

    private static Posted posted(String event, Frozen frozen) {
        return new ThreadId(event, ThreadId.root(frozen.parent())).posted();
    }

    /** spec.matrix.org, client-server API, standard error response. */
    private static String advice(String errcode) {
        return switch (errcode) {
            case "M_FORBIDDEN" -> "the account is not in the room, or may not post there; invite it, and join";
            case "M_UNKNOWN_TOKEN", "M_MISSING_TOKEN" -> "the token is not taken; log in again as a device of its own";
            default -> "check the account, and what it may do in this room";
        };
    }

    @Override
    public Probe probe(Instant now) {
        var self = ask("/account/whoami");
        return text(self, "user_id").map(this::into).orElseGet(() -> refused(self));
    }

    private Probe into(String self) {
        var path = "/rooms/%s/state/m.room.member/%s".formatted(encoded(settings.room()), encoded(self));
        var member = ask(path);
        return text(member, "membership")
                .<Probe>map(membership -> membership.equals("join")
                        ? new Probe.Ready(shown(self), OptionalInt.empty())
                        : new Probe.Refused("the account is not in the room; invite it, and join"))
                .orElseGet(() -> refused(member));
    }

    private Probe refused(Wire.Reply reply) {
        return switch (reply) {
            case Wire.Unsent(var reason) -> new Probe.Unreachable(reason);
            case Wire.Unanswered(var reason, var _) -> new Probe.Unreachable(reason);
            case Wire.Answered answered
            when List.of(401, 403, 404).contains(answered.status()) ->
                new Probe.Refused(answers.said(
                        answered, advice(Answers.json(answered).path("errcode").asText())));
            case Wire.Answered answered ->
                new Probe.Unreachable(answers.said(answered, "the homeserver doesn't say whose the token is"));
        };
    }

    private static Optional<String> text(Wire.Reply reply, String field) {
        return reply instanceof Wire.Answered answered && answered.status() == 200
                ? Optional.of(Answers.json(answered).path(field).asText()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", " ").substring(0, Math.min(100, name.length()));
    }

    private Wire.Reply ask(String path) {
        return api.ask(ROOT + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
