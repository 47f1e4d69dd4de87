package dev.backonline.channel.googlechat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Requests;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Posts through one space's webhook, each incident into a thread of its own. */
final class GoogleChatWebhook implements Channel {
    private final SecretAddress url;
    private final Wire wire;
    private final Answers answers;

    GoogleChatWebhook(SecretAddress url, Wire wire) {
        this.url = url;
        this.wire = wire;
        this.answers = new Answers(url.secrets());
    }

    /** The thread has a name of ours, so that a follow-up finds it whatever became of the first post. */
    @Override
    public String prepare(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("text", GoogleChatText.escaped(post.message().text()));
        body.put("markupSyntax", "MARKUP_SYNTAX_MARKDOWN");
        body.putObject("thread").put("threadKey", post.incident().id().value());
        return body.toString();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var request = new Wire.Request(
                "POST", address(frozen.key()), Requests.JSON_IN_UTF_8, frozen.body(), GoogleChatKind.DEADLINE, false);
        return answers.read(wire.exchange(request), now, this::read);
    }

    /**
     * Without the option a thread's name is passed over. The id of the request makes a repeat the same message, where it is honoured;
     * a UUID is recommended (developers.google.com, chat, spaces.messages.create).
     */
    private URI address(String key) {
        var text = url.value().toString();
        var id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return URI.create("%s%smessageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD&requestId=%s"
                .formatted(text, text.contains("?") ? "&" : "?", id));
    }

    private Optional<Outcome> read(Wire.Answered answered) {
        var body = Answers.json(answered);
        var name = body.path("name").asText();
        if (answered.status() == 200 && name.matches("spaces/[^/\\s]+/messages/\\S+")) {
            return Optional.of(new Outcome.Delivered(new Posted(name, Optional.empty())));
        }
        return answered.status() >= 400 && answered.status() < 500
                ? refused(answered, body.path("error"))
                : Optional.empty();
    }

    /** Google's errors have a status in words, and in some a reason (google.rpc.ErrorInfo). */
    private Optional<Outcome> refused(Wire.Answered answered, JsonNode error) {
        if (error.path("details").findValuesAsText("reason").contains("API_KEY_INVALID")) {
            return Optional.of(new Outcome.AuthInvalid(
                    answers.said(answered, "the key in the address is refused; copy the whole address again")));
        }
        return switch (error.path("status").asText()) {
            case "NOT_FOUND" ->
                Optional.of(new Outcome.TargetGone(answers.said(
                        answered,
                        "the space or its webhook is gone; make a new webhook and put its address in the file")));
            case "PERMISSION_DENIED", "UNAUTHENTICATED" ->
                Optional.of(new Outcome.AuthInvalid(answers.said(
                        answered, "the webhook was removed, or an administrator doesn't allow webhooks any more")));
            default -> Optional.empty();
        };
    }

    @Override
    public Probe probe(Instant now) {
        return new Probe.Mute("a webhook of Google Chat takes posts and answers no questions");
    }
}
