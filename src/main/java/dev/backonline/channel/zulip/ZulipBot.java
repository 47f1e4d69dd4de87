package dev.backonline.channel.zulip;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Api;
import dev.backonline.channel.api.BodyFormat;
import dev.backonline.channel.api.ErrorTable;
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

    /** zulip.com, api, rest-error-handling. */
    private static final ErrorTable ERRORS = ErrorTable.of("""
            target gone  | STREAM_DOES_NOT_EXIST | the bot sees no such channel in Zulip: check channel, and subscribe it
            auth invalid | INVALID_API_KEY UNAUTHORIZED | the key is not taken: check email and api-key
            auth invalid | USER_DEACTIVATED REALM_DEACTIVATED | the bot, or all of the organisation, is switched off
            auth invalid | BAD_REQUEST/NOT_AUTHORIZED | the bot may not post there: subscribe it to the channel
            """);

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
                        BodyFormat.FORM.escaped(settings.channel()),
                        BodyFormat.FORM.escaped(Topic.of(post).name()),
                        BodyFormat.FORM.escaped(ZulipText.escaped(post.message().text())));
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        return answers.read(api.form(ROOT + "/messages", frozen.body()), now, answered -> read(answered, now));
    }

    private Optional<Outcome> read(Wire.Answered answered, Instant now) {
        var body = Answers.json(answered);
        if (OwnMessages.isYes(body) && body.path("id").isIntegralNumber()) {
            return Optional.of(new Outcome.Delivered(OwnMessages.posted(body)));
        }
        return answered.status() >= 400 && answered.status() < 500 && answered.status() != 429
                ? ERRORS.outcome(error(body), false, answered, answers, now)
                : Optional.empty();
    }

    /** Where one code stands for much, the English sentence tells. */
    private static String error(JsonNode body) {
        var code = body.path("code").asText();
        var isNotAuthorized =
                code.equals("BAD_REQUEST") && body.path("msg").asText().startsWith("Not authorized to send");
        return isNotAuthorized ? code + "/NOT_AUTHORIZED" : code;
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
        var reply = ask("/get_stream_id?stream=" + BodyFormat.FORM.escaped(settings.channel()));
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
