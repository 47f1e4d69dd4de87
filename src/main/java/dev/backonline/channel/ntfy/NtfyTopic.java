package dev.backonline.channel.ntfy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.PublicId;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Api;
import dev.backonline.channel.api.Match;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts to one topic, each message under a sequence id of its own, by which it is found again. */
final class NtfyTopic implements Channel {
    /** Ours: more than any two clocks differ. */
    private static final Duration EARLIER = Duration.ofMinutes(10);

    /** Ours: the quota of a day comes back in a day; then it is seen at most so late. */
    private static final Duration QUOTA = Duration.ofHours(1);

    private final NtfySettings settings;
    private final Api api;
    private final Answers answers;

    NtfyTopic(NtfySettings settings, Wire wire) {
        this.settings = settings;
        var door = settings.token()
                .map(token -> Map.of("authorization", "Bearer " + token.value()))
                .orElseGet(Map::of);
        this.api = new Api(wire, settings.server(), door, NtfyKind.DEADLINE);
        this.answers = new Answers(settings.token().stream().toList());
    }

    /** As JSON, since headers take no letters beyond ASCII. Without {@code markdown} a text is plain. */
    @Override
    public String prepare(Post post) {
        var language = post.message().language();
        return JsonNodeFactory.instance
                .objectNode()
                .put("topic", settings.topic())
                .put("title", post.identity().name().in(language))
                .put("message", post.message().text())
                .put("click", post.url().toString())
                .put("sequence_id", sequence(post.key()))
                .toString();
    }

    /** binwiederhier/ntfy, server/server.go: at most 64 letters, digits, - and _. Servers before 2.16 pass it over. */
    private static String sequence(String key) {
        return HexFormat.of()
                .formatHex(PublicId.sha256(key.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 32);
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        return answers.read(api.tell("POST", "/", frozen.body()), now, answered -> read(answered, now));
    }

    /** Codes of errors: binwiederhier/ntfy, server/errors.go. */
    private Optional<Outcome> read(Wire.Answered answered, Instant now) {
        var body = Answers.json(answered);
        if (answered.status() == 200 && body.path("event").asText().equals("message") && body.hasNonNull("id")) {
            return Optional.of(new Outcome.Delivered(posted(body)));
        }
        return switch (body.path("code").asInt()) {
            case 40101, 40301 ->
                Optional.of(new Outcome.AuthInvalid(
                        answers.said(answered, "the topic is protected: check token, and that it may post there")));
            case 42908 ->
                Optional.of(new Outcome.Throttled(
                        now.plus(QUOTA), answers.said(answered, "the messages of this day are used up")));
            default -> Optional.empty();
        };
    }

    /** One JSON object in each line; a page that somebody else put in its place says nothing of what the server keeps. */
    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        var since = frozen.at().minus(EARLIER).getEpochSecond();
        var reply = api.ask("/%s/json?poll=1&since=%d".formatted(settings.topic(), since));
        if (!(reply instanceof Wire.Answered answered) || answered.status() != 200 || answered.cut()) {
            return answers.unavailable(reply);
        }
        var kept = answered.body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Answers.json(new Wire.Answered(200, Map.of(), line, false)))
                .toList();
        return kept.stream().allMatch(line -> line.path("event").isTextual())
                ? find(kept, frozen, claimed)
                : answers.unavailable(reply);
    }

    private static Sighting find(List<JsonNode> kept, Frozen frozen, Claimed claimed) {
        var sequence = sequence(frozen.key());
        var match = new Match(frozen, claimed, (landmark, id) -> id.equals(landmark), frozen.text()::equals);
        return kept.stream()
                .filter(message -> message.path("event").asText().equals("message"))
                .filter(message ->
                        named(message).map(sequence::equals).orElseGet(() -> match.isIt(listed(message, frozen))))
                .findFirst()
                .<Sighting>map(message -> new Sighting.Seen(posted(message)))
                .orElseGet(Sighting.Nothing::new);
    }

    private static Optional<String> named(JsonNode message) {
        return Optional.of(message.path("sequence_id").asText()).filter(name -> !name.isEmpty());
    }

    /** A message has no parent. */
    private static Match.Listed listed(JsonNode message, Frozen frozen) {
        return new Match.Listed(
                posted(message),
                frozen.parent().map(Posted::id),
                message.path("message").asText(),
                Optional.of(Instant.ofEpochSecond(message.path("time").asLong())));
    }

    private static Posted posted(JsonNode message) {
        return new Posted(message.path("id").asText(), Optional.empty());
    }

    /** Whether the topic may be read, which is all that can be asked. */
    @Override
    public Probe probe(Instant now) {
        var reply = api.ask("/%s/auth".formatted(settings.topic()));
        return Answers.yes(reply)
                        .filter(body -> body.path("success").asBoolean())
                        .isPresent()
                ? Probe.ready("topic %s".formatted(settings.topic()))
                : answers.refused(reply, "the topic can't be read: check server, topic and token");
    }
}
