package dev.backonline.channel.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.PublicId;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Match;
import dev.backonline.channel.api.Pages;
import dev.backonline.channel.api.Pages.Page;
import dev.backonline.channel.api.PlainWords;
import dev.backonline.channel.markup.DiscordText;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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

    private final String messages;
    private final Function<String, Wire.Reply> ask;
    private final Answers answers;
    private final Pages<Wire.Reply> pages;

    RoomLog(String messages, Function<String, Wire.Reply> ask, Answers answers) {
        this.messages = messages;
        this.ask = ask;
        this.answers = answers;
        this.pages = new Pages<>(
                ask, RoomLog::page, answers::unavailable, "the room has too many newer messages to look through");
    }

    /** Another nonce for another key. */
    static String nonce(String key) {
        return HexFormat.of()
                .formatHex(PublicId.sha256(key.getBytes(StandardCharsets.UTF_8)))
                .substring(0, NONCE_LENGTH);
    }

    Sighting find(Frozen frozen, Claimed claimed) {
        var earlier = frozen.at().minus(EARLIER);
        var after = Math.max(0, Duration.between(EPOCH, earlier).toMillis()) << BELOW_TIME;
        return pages.all(
                "%s?limit=%d&after=%d".formatted(messages, PAGE, after),
                PAGE * MOST_PAGES,
                found -> choose(found, frozen, claimed));
    }

    private static Optional<Page> page(String path, Wire.Reply reply) {
        return Answers.yes(reply)
                .filter(JsonNode::isArray)
                .map(list -> list.valueStream().toList())
                .map(list -> new Page(list, list.size() < PAGE ? Optional.empty() : Optional.of(newer(path, list))));
    }

    private static String newer(String path, List<JsonNode> page) {
        var newest = page.stream().map(RoomLog::id).max(Match.BY_ID).orElseThrow();
        return path.replaceFirst("&after=.*", "&after=") + newest;
    }

    private Sighting choose(List<JsonNode> found, Frozen frozen, Claimed claimed) {
        var text = PlainWords.visible(DiscordText.escaped(frozen.text()));
        var match = new Match(
                frozen,
                claimed,
                Match::isUpTo,
                content -> PlainWords.visible(content).equals(text));
        var alike = found.stream()
                .filter(message -> match.isIt(listed(message, frozen)))
                .toList();
        return alike.isEmpty() ? new Sighting.Nothing() : ours(alike, nonce(frozen.key()));
    }

    /** People, and other bots, may repeat what we said; a list that shows nonces tells our own repetitions apart too. */
    private Sighting ours(List<JsonNode> alike, String nonce) {
        var reply = ask.apply("/users/@me");
        var self = Answers.yes(reply).map(RoomLog::id).filter(id -> !id.isEmpty());
        return self.map(id -> Sighting.of(alike.stream()
                        .filter(message -> id.equals(message.at("/author/id").asText()))
                        .filter(message -> message.path("nonce").asText(nonce).equals(nonce))
                        .map(RoomLog::id)
                        .min(Match.BY_ID)
                        .map(made -> new Posted(made, Optional.empty()))))
                .orElseGet(() -> answers.unavailable(reply));
    }

    /** A reply whose parent was gone by then stands alone, and is the reply all the same. */
    private static Match.Listed listed(JsonNode message, Frozen frozen) {
        var parent = message.at("/message_reference/message_id").asText();
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
}
