package dev.backonline.channel.request;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.BodyFormat;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends one request for each post, as the operator wrote it. */
final class OwnRequest implements Channel {
    private final RequestSettings settings;
    private final RequestBody body;
    private final Wire wire;
    private final Answers answers;

    OwnRequest(RequestSettings settings, Wire wire) {
        this.settings = settings;
        this.body = new RequestBody(settings.body(), settings.format().orElse(BodyFormat.JSON));
        this.wire = wire;
        this.answers = new Answers(secrets(settings));
    }

    /** Of a header such as {@code Bearer TOKEN} the token alone is a secret too. */
    private static List<Secret> secrets(RequestSettings settings) {
        var headers = settings.headers().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase(RequestSettings.CONTENT_TYPE))
                .map(header -> header.getValue().value())
                .flatMap(value -> Stream.of(value, value.replaceFirst("^\\w+ +", "")))
                .filter(value -> !value.isBlank())
                .map(Secret::new);
        return Stream.of(settings.url().secrets().stream(), headers, settings.secrets().values().stream())
                .flatMap(secrets -> secrets)
                .toList();
    }

    @Override
    public String prepare(Post post) {
        return body.prepared(post);
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var headers = settings.sent();
        settings.keyHeader().ifPresent(name -> headers.put(name, frozen.key()));
        var sent = body.sent(frozen.body(), settings.secrets());
        var request = new Wire.Request(
                settings.method().name(), settings.url().value(), headers, sent, RequestKind.DEADLINE, false);
        return answers.read(wire.exchange(request), now, answered -> read(answered, frozen, now));
    }

    /** What a service says beyond its status, only the operator knows; and of its ids nothing. */
    private Optional<Outcome> read(Wire.Answered answered, Frozen frozen, Instant now) {
        if (!settings.success().contain(answered.status())) {
            return Optional.empty();
        }
        if (settings.expect().filter(text -> !answered.body().contains(text)).isPresent()) {
            return Optional.of(answers.unknown(answered, now));
        }
        return Optional.of(
                settings.keyHeader().isPresent()
                        ? new Outcome.Delivered(new Posted(frozen.key(), Optional.empty()))
                        : new Outcome.AcceptedNoId());
    }

    @Override
    public Probe probe(Instant now) {
        return new Probe.Mute("what takes requests of your own takes whatever is sent to it for one");
    }
}
