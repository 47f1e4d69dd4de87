package dev.backonline.channel.zulip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.BodyFormat;
import dev.backonline.channel.api.Match;
import dev.backonline.channel.api.Pages;
import dev.backonline.channel.api.Pages.Page;
import dev.backonline.channel.api.PlainWords;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The bot's own messages in its channel, as Zulip lists them. People may move one to another topic, so topics aren't asked for. */
final class OwnMessages {
    /** Ours: since the first attempt there are never so many; Zulip lists up to 5,000 at once. */
    private static final int MOST = 500;

    private final ZulipSettings settings;
    private final Pages<Wire.Reply> pages;

    OwnMessages(ZulipSettings settings, Function<String, Wire.Reply> ask, Answers answers) {
        this.settings = settings;
        this.pages = new Pages<>(
                ask, OwnMessages::page, answers::unavailable, "the bot has too many newer messages to look through");
    }

    Sighting newest() {
        return pages.first(
                list("newest", 1, 0),
                list -> list.isEmpty() ? new Sighting.Nothing() : new Sighting.Seen(posted(list.getLast())));
    }

    Sighting find(Frozen frozen, Claimed claimed) {
        var anchor = frozen.newest().filter(id -> id.matches("\\d+")).orElse("oldest");
        var text = PlainWords.spaced(ZulipText.escaped(frozen.text()));
        var match = new Match(
                frozen,
                claimed,
                Match::isUpTo,
                content -> PlainWords.spaced(content).equals(text));
        return pages.each(
                list(anchor, 0, MOST), 1, list -> match.among(list.stream().map(message -> listed(message, frozen))));
    }

    private String list(String anchor, int before, int after) {
        var narrow = JsonNodeFactory.instance.arrayNode();
        narrow.addObject().put("operator", "stream").put("operand", settings.channel());
        narrow.addObject().put("operator", "sender").put("operand", settings.email());
        return "/messages?anchor=%s&num_before=%d&num_after=%d&apply_markdown=false&narrow=%s"
                .formatted(anchor, before, after, BodyFormat.FORM.escaped(narrow.toString()));
    }

    /** A topic takes the part of a thread, so a message has no parent. */
    private static Match.Listed listed(JsonNode message, Frozen frozen) {
        return new Match.Listed(
                posted(message),
                frozen.parent().map(Posted::id),
                message.path("content").asText(),
                Optional.of(message.path("timestamp"))
                        .filter(JsonNode::isIntegralNumber)
                        .map(seconds -> Instant.ofEpochSecond(seconds.longValue())));
    }

    /** Where there is as much as was asked for, there may be more. */
    private static Optional<Page> page(String path, Wire.Reply reply) {
        return Answers.yes(reply)
                .filter(OwnMessages::isYes)
                .map(body -> body.path("messages"))
                .filter(JsonNode::isArray)
                .map(list -> list.valueStream().toList())
                .map(list -> new Page(list, Optional.of(path).filter(_ -> list.size() >= MOST)));
    }

    static boolean isYes(JsonNode body) {
        return body.path("result").asText().equals("success");
    }

    static Posted posted(JsonNode message) {
        return new Posted(message.path("id").asText(), Optional.empty());
    }
}
