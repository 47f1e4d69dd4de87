package dev.backonline.channel.zulip;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Api;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts as a bot into one channel, each incident under a topic of its own, and finds its messages again by their text. */
final class ZulipBot implements Channel {
    private static final String ROOT = "/api/v1";
    private static final String NO_CHANNEL = "the bot sees no such channel in Zulip: check channel, and subscribe it";
    private static final String NO_KEY = "the key is not taken: check email and api-key";

    private final ZulipSettings settings;
    private final Api api;
    private final Answers answers;
    private final OwnMessages own;

    ZulipBot(ZulipSettings settings, Wire wire) {
        this.settings = settings;
        var pair = "%s:%s".formatted(settings.email(), settings.apiKey().value());
        var authorization = new Secret(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        var door = Map.of("authorization", "Basic " + authorization.value());
        this.api = new Api(wire, settings.server(), door, ZulipKind.DEADLINE);
        this.answers = new Answers(List.of(settings.apiKey(), authorization));
        this.own = new OwnMessages(settings, this::ask, answers);
    }

    /** {@code stream} is what every version calls its channels. */
    @Override
    public String prepare(Post post) {
        return "type=stream&to=%s&topic=%s&content=%s"
                .formatted(
                        OwnMessages.encoded(settings.channel()),
                        OwnMessages.encoded(Topic.of(post).name()),
                        OwnMessages.encoded(ZulipText.escaped(post.message().text())));
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var form = Map.of("content-type", "application/x-www-form-urlencoded");
        return answers.read(api.tell("POST", ROOT + "/messages", frozen.body(), form), now, this::read);
    }

    private Optional<Outcome> read(Wire.Answered answered) {
        var body = Answers.json(answered);
        if (OwnMessages.isYes(body) && body.path("id").isIntegralNumber()) {
            return Optional.of(new Outcome.Delivered(OwnMessages.posted(body)));
        }
        return answered.status() >= 400 && answered.status() < 500 && answered.status() != 429
                ? refused(answered, body)
                : Optional.empty();
    }

    /** zulip.com, api, rest-error-handling; where one code stands for much, the English sentence tells. */
    private Optional<Outcome> refused(Wire.Answered answered, JsonNode body) {
        return switch (body.path("code").asText()) {
            case "STREAM_DOES_NOT_EXIST" -> Optional.of(new Outcome.TargetGone(answers.said(answered, NO_CHANNEL)));
            case "INVALID_API_KEY", "UNAUTHORIZED" ->
                Optional.of(new Outcome.AuthInvalid(answers.said(answered, NO_KEY)));
            case "USER_DEACTIVATED", "REALM_DEACTIVATED" ->
                Optional.of(new Outcome.AuthInvalid(
                        answers.said(answered, "the bot, or all of the organisation, is switched off")));
            case "BAD_REQUEST" ->
                Optional.of(body.path("msg").asText())
                        .filter(words -> words.startsWith("Not authorized to send"))
                        .map(_ -> new Outcome.AuthInvalid(
                                answers.said(answered, "the bot may not post there: subscribe it to the channel")));
            default -> Optional.empty();
        };
    }

    @Override
    public Sighting newest(Instant now) {
        return own.newest();
    }

    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        return own.find(frozen, claimed);
    }

    @Override
    public Probe probe(Instant now) {
        var self = ask("/users/me");
        return Answers.yes(self)
                .map(body -> body.path("full_name").asText())
                .filter(name -> !name.isEmpty())
                .map(this::into)
                .orElseGet(() -> answers.refused(self, NO_KEY));
    }

    private Probe into(String self) {
        var reply = ask("/get_stream_id?stream=" + OwnMessages.encoded(settings.channel()));
        if (Answers.yes(reply).filter(OwnMessages::isYes).isPresent()) {
            return Probe.ready("%s in #%s".formatted(self, settings.channel()));
        }
        return reply instanceof Wire.Answered answered && answered.status() == 400
                ? new Probe.Refused(answers.said(answered, NO_CHANNEL))
                : answers.refused(reply, NO_CHANNEL);
    }

    private Wire.Reply ask(String path) {
        return api.ask(ROOT + path);
    }
}
