package dev.backonline.channel.webhook;

import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.Answers;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sends one body for each delivery to one address, signed anew at each attempt, always under the same id. */
final class Webhook implements Channel {
    private final WebhookSettings settings;
    private final Wire wire;
    private final Answers answers;

    Webhook(WebhookSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
        this.answers = new Answers(settings.url().secrets());
    }

    @Override
    public String prepare(Post post) {
        return settings.shape().body(post);
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var request = new Wire.Request(
                "POST", settings.url().value(), headers(frozen, now), frozen.body(), WebhookKind.DEADLINE, false);
        return answers.read(wire.exchange(request), now, answered -> read(answered, frozen));
    }

    private Map<String, String> headers(Frozen frozen, Instant now) {
        var headers = new HashMap<String, String>();
        headers.put("content-type", settings.shape().contentType());
        headers.put("webhook-id", frozen.key());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        settings.secret()
                .map(secret -> secret.sign(frozen.key(), now.getEpochSecond(), frozen.body()))
                .ifPresent(signature -> headers.put("webhook-signature", signature));
        return headers;
    }

    /** Any 2xx is a yes; 410 means never again (both Standard Webhooks 1.0); ours: 409 means "I have this id already". */
    private Optional<Outcome> read(Wire.Answered answered, Frozen frozen) {
        var posted = new Posted(frozen.key(), Optional.empty());
        if (answered.status() >= 200 && answered.status() < 300) {
            return Optional.of(new Outcome.Delivered(posted));
        }
        return switch (answered.status()) {
            case 409 -> Optional.of(new Outcome.AlreadyExists(Optional.of(posted)));
            case 404 ->
                Optional.of(new Outcome.Rejected(answers.said(answered, "there is nobody at this address: check url")));
            default -> Optional.empty();
        };
    }

    @Override
    public Probe probe(Instant now) {
        return new Probe.Mute("a receiver of events takes whatever is posted to it for an event");
    }
}
