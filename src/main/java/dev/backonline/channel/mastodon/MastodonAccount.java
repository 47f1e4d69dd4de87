package dev.backonline.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Api;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Posts as one account, and finds its posts again. */
final class MastodonAccount implements Channel {
    private final MastodonSettings settings;
    private final Api api;
    private final Answers answers;
    private final Timeline timeline;

    MastodonAccount(MastodonSettings settings, Wire wire) {
        this.settings = settings;
        this.api = Api.bearer(wire, settings.server(), settings.token(), MastodonKind.DEADLINE);
        this.answers = new Answers(List.of(settings.token()));
        this.timeline = new Timeline(api::ask, answers);
    }

    /** {@code content_type} is unknown to Mastodon, and keeps its relatives from reading Markdown or HTML into a plain text. */
    @Override
    public String prepare(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("status", MastodonText.neutral(post.message().text()));
        body.put("visibility", settings.visibility().name().toLowerCase(Locale.ROOT));
        body.put("language", post.message().language().toLanguageTag());
        body.put("content_type", "text/plain");
        post.parent().ifPresent(parent -> body.put("in_reply_to_id", parent.id()));
        return body.toString();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var more = Map.of("content-type", "application/json", "idempotency-key", frozen.key());
        var reply = api.tell("POST", "/api/v1/statuses", frozen.body(), more);
        return answers.read(reply, now, answered -> read(answered, frozen, now));
    }

    private Optional<Outcome> read(Wire.Answered answered, Frozen frozen, Instant now) {
        var body = Answers.json(answered);
        if (answered.status() < 300 && body.path("id").isTextual()) {
            return Optional.of(new Outcome.Delivered(posted(body)));
        }
        if (isClue(answered, body)) {
            return Optional.of(answers.unknown(answered, now));
        }
        return answered.status() == 404 && frozen.parent().isPresent()
                ? Optional.of(new Outcome.ParentGone(answers.said(answered, "the post that it replies to is gone")))
                : Optional.empty();
    }

    /** The key is this delivery's alone: a server that knows it has met this delivery before. Pleroma: 409; Pixelfed: 400. */
    private static boolean isClue(Wire.Answered answered, JsonNode body) {
        var words = body.path("error").asText().toLowerCase(Locale.ROOT);
        return answered.status() == 409 || (answered.status() == 400 && words.contains("idempotency"));
    }

    static Posted posted(JsonNode status) {
        return new Posted(
                status.path("id").asText(), Answers.link(status.path("url").asText()));
    }

    @Override
    public Sighting newest(Instant now) {
        return timeline.newest();
    }

    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        return timeline.find(frozen, claimed);
    }

    @Override
    public Probe probe(Instant now) {
        return new SelfPortrait(api::ask, answers).probe();
    }
}
