package dev.backonline.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Api;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts as a bot into one channel or group. The token stands in each address, so that no address is ever shown. */
final class TelegramBot implements Channel {
    private static final String NUMBER = "\\d{1,18}";

    private final TelegramSettings settings;
    private final Api api;
    private final Answers answers;
    private final Refusals refusals;

    TelegramBot(TelegramSettings settings, Wire wire) {
        this.settings = settings;
        this.api = new Api(wire, root(settings), Map.of(), TelegramKind.DEADLINE);
        this.answers = new Answers(List.of(settings.token()));
        this.refusals = new Refusals(answers);
    }

    /** A post that it replies to may be deleted by then: it is sent all the same, standing alone. */
    @Override
    public String prepare(Post post) {
        var body = content(post);
        settings.topic()
                .filter(topic -> topic.matches(TelegramKind.TOPIC))
                .ifPresent(topic -> body.put("message_thread_id", Long.parseLong(topic)));
        if (settings.silent()) {
            body.put("disable_notification", true);
        }
        post.parent().map(Posted::id).filter(id -> id.matches(NUMBER)).ifPresent(id -> reply(body, Long.parseLong(id)));
        return body.toString();
    }

    @Override
    public String prepareEdit(Post post) {
        var body = content(post);
        post.parent()
                .map(Posted::id)
                .filter(id -> id.matches(NUMBER))
                .ifPresent(id -> body.put("message_id", Long.parseLong(id)));
        return body.toString();
    }

    private ObjectNode content(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("chat_id", settings.chat());
        body.put("text", TelegramText.neutral(post.message().text()));
        body.putObject("link_preview_options").put("is_disabled", true);
        return body;
    }

    private static void reply(ObjectNode body, long parent) {
        body.putObject("reply_parameters").put("message_id", parent).put("allow_sending_without_reply", true);
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        return answers.read(tell("sendMessage", frozen), now, answered -> read(answered, frozen, now));
    }

    @Override
    public Outcome edit(Frozen frozen, Instant now) {
        return answers.read(tell("editMessageText", frozen), now, answered -> edited(answered, frozen, now));
    }

    private Optional<Outcome> edited(Wire.Answered answered, Frozen frozen, Instant now) {
        var body = Answers.json(answered);
        if (answered.status() != 200) {
            return refusals.outcome(answered, frozen, now);
        }
        return Optional.of(body)
                .filter(yes -> yes.path("ok").asBoolean(false))
                .map(_ -> new Outcome.Delivered(frozen.edited()));
    }

    private Wire.Reply tell(String method, Frozen frozen) {
        return api.tell("POST", "/" + method, frozen.body());
    }

    private Optional<Outcome> read(Wire.Answered answered, Frozen frozen, Instant now) {
        var body = Answers.json(answered);
        if (answered.status() != 200) {
            return refusals.outcome(answered, frozen, now);
        }
        var id = body.path("result").path("message_id");
        return body.path("ok").asBoolean(false) && id.isIntegralNumber()
                ? Optional.of(new Outcome.Delivered(new Posted(id.asText(), link(id.asText()))))
                : Optional.empty();
    }

    /** Only what has a public name has public addresses. */
    private Optional<URI> link(String id) {
        var topic = settings.topic().map(number -> "/" + number).orElse("");
        return Optional.of(settings.chat())
                .filter(chat -> chat.matches("@\\w+"))
                .map(chat -> URI.create("https://t.me/" + chat.substring(1) + topic + "/" + id));
    }

    @Override
    public Probe probe(Instant now) {
        var bot = ask("getMe");
        return result(bot)
                .map(self -> into(self.path("username").asText("?")))
                .orElseGet(() -> refusals.probe(bot, "the token is not taken; ask BotFather for it again"));
    }

    private Probe into(String bot) {
        var chat = ask("getChat?chat_id=" + URLEncoder.encode(settings.chat(), StandardCharsets.UTF_8));
        return result(chat)
                .<Probe>map(room -> refusals.ready(bot, room))
                .orElseGet(() ->
                        refusals.probe(chat, "the bot doesn't know this chat: check chat, and add the bot there"));
    }

    private static Optional<JsonNode> result(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered && answered.status() == 200
                ? Optional.of(Answers.json(answered).path("result")).filter(JsonNode::isObject)
                : Optional.empty();
    }

    private Wire.Reply ask(String method) {
        return api.ask("/" + method);
    }

    /** A token holds a colon, which may stay; whatever else might be in it must not break the address, which a failure would show. */
    private static URI root(TelegramSettings settings) {
        var token = URLEncoder.encode(settings.token().value(), StandardCharsets.UTF_8)
                .replace("%3A", ":");
        return URI.create(settings.api().toString().replaceFirst("/+$", "") + "/bot" + token);
    }
}
