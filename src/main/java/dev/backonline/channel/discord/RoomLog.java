package dev.backonline.channel.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.PublicId;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Lineup;
import dev.backonline.channel.api.Lineup.Suspect;
import dev.backonline.channel.api.Match;
import dev.backonline.channel.api.NetworkErrors;
import dev.backonline.channel.api.Pages;
import dev.backonline.channel.api.Pages.Page;
import dev.backonline.channel.api.PlainWords;
import dev.backonline.channel.api.Self;
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

    /** discord-api-docs, reference, snowflakes: milliseconds since the first second of 2015, above 22 other bits. */
    private static final Instant EPOCH = Instant.parse("2015-01-01T00:00:00Z");

    private static final int BELOW_TIME = 22;

    private final String messages;
    private final Pages<Wire.Reply> pages;
    private final Self.Introduction self;

    RoomLog(String messages, Function<String, Wire.Reply> ask, NetworkErrors errors) {
        this.messages = messages;
        this.pages = Lineup.pages(ask, RoomLog::page, errors::unavailable);
        this.self = new Self<>(reply -> Self.id(Answers.yes(reply), "/id"), errors::unavailable).by(ask, "/users/@me");
    }

    /** Another nonce for another key. */
    static String nonce(String key) {
        return HexFormat.of()
                .formatHex(PublicId.sha256(key.getBytes(StandardCharsets.UTF_8)))
                .substring(0, NONCE_LENGTH);
    }

    Sighting find(Frozen frozen, Claimed claimed) {
        var text = PlainWords.visible(DiscordText.escaped(frozen.text()));
        var match = new Match(
                frozen,
                claimed,
                Match::isUpTo,
                content -> PlainWords.visible(content).equals(text));
        var lineup = new Lineup(match, nonce(frozen.key()), self);
        var after = Math.max(0, Duration.between(EPOCH, Match.since(frozen)).toMillis()) << BELOW_TIME;
        return pages.all(
                "%s?limit=%d&after=%d".formatted(messages, PAGE, after),
                Lineup.MOST,
                list -> lineup.choose(list.stream().map(message -> suspect(message, frozen))));
    }

    private static Optional<Page> page(String path, Wire.Reply reply) {
        return Answers.yes(reply)
                .filter(JsonNode::isArray)
                .map(list -> list.valueStream().toList())
                .map(list -> new Page(list, list.size() < PAGE ? Optional.empty() : Optional.of(newer(path, list))));
    }

    private static String newer(String path, List<JsonNode> page) {
        return Pages.with(
                path, "after", page.stream().map(RoomLog::id).max(Match.BY_ID).orElseThrow());
    }

    /** A reply whose parent was gone by then stands alone, and is the reply all the same. */
    private static Suspect suspect(JsonNode message, Frozen frozen) {
        var parent = Answers.text(message.at("/message_reference/message_id"))
                .or(() -> frozen.parent().map(Posted::id));
        var posted = new Posted(id(message), Optional.empty());
        var post = new Match.Listed(posted, parent, message.path("content").asText(), time(posted.id()));
        return new Suspect(post, Answers.text(message.at("/author/id")), Answers.text(message.path("nonce")));
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
