package dev.backonline.channel.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.Match;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The messages of one room as Discord lists them; their ids tell when they were made, and so their order. */
final class RoomLog {
    /** discord-api-docs, resources/message: a nonce has at most 25 characters. */
    private static final int NONCE_LENGTH = 25;

    /** discord-api-docs, resources/message: the most that one answer lists. */
    private static final int PAGE = 100;

    /** Ours: a room with more messages since then can't be read in time. */
    private static final int MOST_PAGES = 10;

    /** discord-api-docs, reference, snowflakes: milliseconds since the first second of 2015, above 22 other bits. */
    private static final Instant EPOCH = Instant.parse("2015-01-01T00:00:00Z");

    private static final int BELOW_TIME = 22;

    /** Ours: more than any two clocks differ; what is too old all the same, {@link Match} sorts out. */
    private static final Duration EARLIER = Duration.ofMinutes(10);

    private static final Comparator<String> AGE =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final String messages;
    private final Function<String, Wire.Reply> ask;
    private final Answers answers;

    RoomLog(String messages, Function<String, Wire.Reply> ask, Answers answers) {
        this.messages = messages;
        this.ask = ask;
        this.answers = answers;
    }

    /** Another nonce for another key. */
    static String nonce(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NONCE_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    Sighting find(Frozen frozen, Claimed claimed) {
        var earlier = frozen.at().minus(EARLIER);
        var after = Math.max(0, Duration.between(EPOCH, earlier).toMillis()) << BELOW_TIME;
        return page(Long.toString(after), List.of(), found -> choose(found, frozen, claimed));
    }

    private Sighting page(String after, List<JsonNode> before, Function<List<JsonNode>, Sighting> whole) {
        var reply = ask.apply("%s?limit=%d&after=%s".formatted(messages, PAGE, after));
        var body = body(reply).filter(JsonNode::isArray);
        if (body.isEmpty()) {
            return answers.unavailable(reply);
        }
        var all = new ArrayList<>(before);
        body.get().forEach(all::add);
        if (body.get().size() < PAGE) {
            return whole.apply(all);
        }
        var newest = all.stream().map(RoomLog::id).max(AGE).orElse(after);
        return all.size() < PAGE * MOST_PAGES && !newest.equals(after)
                ? page(newest, all, whole)
                : new Sighting.Unavailable("the room has too many newer messages to look through", Optional.empty());
    }

    private Sighting choose(List<JsonNode> found, Frozen frozen, Claimed claimed) {
        var text = words(DiscordText.escaped(frozen.text()));
        var match = new Match(
                frozen,
                claimed,
                (landmark, id) -> AGE.compare(id, landmark) <= 0,
                content -> words(content).equals(text));
        var alike = found.stream()
                .filter(message -> match.isIt(listed(message, frozen)))
                .toList();
        return alike.isEmpty() ? new Sighting.Nothing() : ours(alike, nonce(frozen.key()));
    }

    /** People, and other bots, may repeat what we said; a list that shows nonces tells our own repetitions apart too. */
    private Sighting ours(List<JsonNode> alike, String nonce) {
        var reply = ask.apply("/users/@me");
        var self = body(reply).map(RoomLog::id).filter(id -> !id.isEmpty());
        return self.map(id -> alike.stream()
                        .filter(message ->
                                id.equals(message.path("author").path("id").asText()))
                        .filter(message -> message.path("nonce").asText(nonce).equals(nonce))
                        .map(RoomLog::id)
                        .min(AGE)
                        .<Sighting>map(made -> new Sighting.Seen(new Posted(made, Optional.empty())))
                        .orElseGet(Sighting.Nothing::new))
                .orElseGet(() -> answers.unavailable(reply));
    }

    /** A reply whose parent was gone by then stands alone, and is the reply all the same. */
    private static Match.Listed listed(JsonNode message, Frozen frozen) {
        var parent = message.path("message_reference").path("message_id").asText();
        return new Match.Listed(
                new Posted(id(message), Optional.empty()),
                Optional.of(parent)
                        .filter(id -> !id.isEmpty())
                        .or(() -> frozen.parent().map(Posted::id)),
                message.path("content").asText(),
                time(id(message)));
    }

    private static Optional<Instant> time(String id) {
        return id.matches("\\d{1,18}|[1-8]\\d{18}")
                ? Optional.of(EPOCH.plusMillis(Long.parseLong(id) >> BELOW_TIME))
                : Optional.empty();
    }

    private static String id(JsonNode node) {
        return node.path("id").asText();
    }

    /** Without what nobody sees, which Discord cuts at the ends. */
    private static String words(String text) {
        return text.replaceAll("\\p{Cf}+", "").replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    static Optional<JsonNode> body(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered && answered.status() == 200
                ? Optional.of(Answers.json(answered))
                : Optional.empty();
    }
}
