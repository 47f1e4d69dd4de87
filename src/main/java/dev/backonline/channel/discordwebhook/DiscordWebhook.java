package dev.backonline.channel.discordwebhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.ErrorTable;
import dev.backonline.channel.markup.DiscordText;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts through one webhook. */
final class DiscordWebhook implements Channel {
    /** discord-api-docs, resources/message: no cards below the text for the links in it. */
    private static final int SUPPRESS_EMBEDS = 1 << 2;

    /** discord-api-docs, topics/opcodes-and-status-codes. */
    private static final ErrorTable ERRORS = ErrorTable.of("""
            target gone  | 10003 10015 | the webhook or its thread is gone; make a new one and put its address in the file
            auth invalid | 50027 | the webhook's token is refused; copy its address from Discord again
            parent gone  | 10008 | the message that it edits is gone
            throttled    | 20016 30046
            """);

    private final DiscordWebhookSettings settings;
    private final Duration deadline;
    private final Wire wire;
    private final Answers answers;

    DiscordWebhook(DiscordWebhookSettings settings, Duration deadline, Wire wire) {
        this.settings = settings;
        this.deadline = deadline;
        this.wire = wire;
        this.answers = new Answers(settings.url().secrets());
    }

    @Override
    public String prepare(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("content", DiscordText.escaped(post.message().text()));
        body.putObject("allowed_mentions").putArray("parse");
        body.put("flags", SUPPRESS_EMBEDS);
        return body.toString();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        return tell("POST", address(), frozen, now);
    }

    /** discord-api-docs, resources/webhook: the message's own path, with the same question behind it. */
    @Override
    public Outcome edit(Frozen frozen, Instant now) {
        var edited = address()
                .toString()
                .replaceFirst("\\?", "/messages/%s?".formatted(frozen.edited().id()));
        return tell("PATCH", URI.create(edited), frozen, now);
    }

    private Outcome tell(String method, URI to, Frozen frozen, Instant now) {
        var headers = Map.of("content-type", "application/json");
        var request = new Wire.Request(method, to, headers, frozen.body(), deadline, false);
        return answers.read(wire.exchange(request), now, answered -> read(answered, frozen, now));
    }

    /**
     * {@code wait} makes Discord answer only once the message is saved, and with its id; without it a message that is not saved is no
     * error. An address without a version means one that is long deprecated.
     */
    private URI address() {
        var text = versioned();
        var thread = settings.threadId().map(id -> "&thread_id=" + id).orElse("");
        return URI.create(text + (text.contains("?") ? "&" : "?") + "wait=true" + thread);
    }

    private String versioned() {
        return settings.url().value().toString().replaceFirst("/api/webhooks/", "/api/v10/webhooks/");
    }

    private Optional<Outcome> read(Wire.Answered answered, Frozen frozen, Instant now) {
        var body = Answers.json(answered);
        if (answered.status() < 300) {
            return accepted(answered, body.path("id").asText());
        }
        var onPost = frozen.parent().isPresent();
        return ERRORS.outcome(body.path("code").asText(), onPost, answered, answers, now);
    }

    /** A proxy that drops {@code wait} leaves a 204 without an id. */
    private static Optional<Outcome> accepted(Wire.Answered answered, String id) {
        if (!id.isEmpty()) {
            return Optional.of(new Outcome.Delivered(new Posted(id, Optional.empty())));
        }
        return answered.status() == 204 ? Optional.of(new Outcome.AcceptedNoId()) : Optional.empty();
    }

    /** discord-api-docs, resources/webhook: whoever has the address may read what it opens, without more credentials. */
    @Override
    public Probe probe(Instant now) {
        var request = new Wire.Request("GET", URI.create(versioned()), Map.of(), "", deadline, false);
        var reply = wire.exchange(request);
        return Answers.yes(reply)
                .map(body -> body.path("name"))
                .filter(JsonNode::isTextual)
                .map(name -> Probe.ready(name.textValue()))
                .orElseGet(() -> answers.refused(
                        reply,
                        "the webhook is gone; make a new one and put its address in the file",
                        "Discord doesn't say whose the webhook is",
                        List.of(401, 403, 404)));
    }
}
