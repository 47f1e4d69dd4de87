package dev.backonline.channel.pagerduty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.Answers;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends events to one service of PagerDuty. */
final class PagerDutyService implements Channel {
    private final PagerDutySettings settings;
    private final Wire wire;
    private final Answers answers;

    PagerDutyService(PagerDutySettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
        this.answers = new Answers(List.of(settings.routingKey()));
    }

    @Override
    public String prepare(Post post) {
        return new PagerDutyEvent(post).json();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var path = PagerDutyEvent.isChange(frozen.body()) ? "/v2/change/enqueue" : "/v2/enqueue";
        var request = new Wire.Request(
                "POST",
                address(path),
                Map.of("content-type", "application/json"),
                keyed(frozen.body()),
                PagerDutyKind.DEADLINE,
                false);
        return answers.read(wire.exchange(request), now, this::read);
    }

    /** The key is what opens the door, so it rests in no database. */
    private String keyed(String event) {
        var key = JsonNodeFactory.instance.textNode(settings.routingKey().value());
        return "{\"routing_key\":%s,%s".formatted(key, event.substring(1));
    }

    /** developer.pagerduty.com, events API v2: 202 is the yes; a key that is none is a 400 as well as a body that is none. */
    private Optional<Outcome> read(Wire.Answered answered) {
        var body = Answers.json(answered);
        if (answered.status() == 202 && body.path("status").asText().equals("success")) {
            return Optional.of(new Outcome.AcceptedNoId());
        }
        return answered.status() == 400 && namesTheKey(body)
                ? Optional.of(new Outcome.AuthInvalid(
                        answers.said(answered, "the key is refused: copy the integration key of Events API v2 again")))
                : Optional.empty();
    }

    private static boolean namesTheKey(JsonNode body) {
        return body.path("errors")
                .valueStream()
                .anyMatch(error -> error.asText().matches("(?i).*routing.key.*"));
    }

    @Override
    public Probe probe(Instant now) {
        return new Probe.Mute("PagerDuty takes events with a key and answers no questions");
    }

    private URI address(String path) {
        return URI.create(settings.api().toString().replaceFirst("/+$", "") + path);
    }
}
